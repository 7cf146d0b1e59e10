"""Settings, data, and what works on this machine."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - pydantic reads annotations at run time
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from evalmode.answers.llm.address import read_address
from evalmode.practice.value import Value


def _address(text: str) -> str:
    return read_address(text) if text.strip() else ""


class Settings(Value):
    """What the user chose. Everything has a default that keeps all data on this machine."""

    theme: Literal["auto", "light", "dark"] = "auto"
    daily_goal: Annotated[int, Field(ge=1, le=200)] = 20
    """Questions a day."""
    desired_retention: Annotated[float, Field(ge=0.7, le=0.97)] = 0.9
    """Chance of recall at which spaced repetition brings an item back."""
    read_aloud: bool = False
    """Read each question aloud with the browser's voice."""
    voice: Literal["typed", "browser", "whisper"] = "typed"
    whisper_folder: str = ""
    """A local folder with a faster-whisper model."""
    interview_date: date | None = None
    python: Annotated[str, Field(max_length=4_096)] = ""
    """Path of the Python that runs submissions of code, such as that of an environment with another torch; empty to
    find one."""
    grader: Literal["embedded", "llm"] = "embedded"
    """Who grades answers in words: embedded, on this machine, or llm, a language model of your choice, to which the
    question, its key points and your answer are then sent."""
    llm_protocol: Literal["openai", "anthropic"] = "openai"
    """How the model is spoken to: chat completions, as Ollama, vLLM, OpenAI and others understand them, or Anthropic's
    messages."""
    llm_url: Annotated[str, Field(max_length=2_000), AfterValidator(_address)] = ""
    """Base address of the model, such as http://localhost:11434/v1."""
    llm_model: Annotated[str, Field(max_length=200)] = ""
    """The model's name there."""
    llm_key_variable: Annotated[str, Field(max_length=100, pattern=r"^([A-Z_][A-Z0-9_]*)?$")] = ""
    """Name of the environment variable that holds the key, in capitals; never the key itself. Empty where no key is
    needed."""
    llm_seconds: Annotated[int, Field(ge=1, le=120)] = 20
    """Time that the model has to judge an answer; then the built-in grader does."""


class ImportReport(Value):
    """What an import did."""

    added: int
    updated: int = 0
    """Rows that were there, and are further along now."""
    unchanged: int
    """Rows that were there already."""
    skipped: tuple[str, ...]
    """One sentence for each row that could not be used."""


class VoiceStatus(Value):
    """What can turn speech into text here."""

    whisper: bool
    says: str
    """One sentence: what works, or what to install."""


class Ability(Value):
    """A thing evalmode can do, and whether it works on this machine."""

    id: str
    title: str
    works: bool
    says: str
    """What was found, or what to install."""


class Erased(Value):
    """The receipt for deleting everything that was practised."""

    attempts: int
    sessions: int

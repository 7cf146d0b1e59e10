"""Settings, data, and what works on this machine."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - pydantic reads annotations at run time
from typing import Annotated, Literal

from pydantic import Field

from evalmode.practice.value import Value


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

"""Which model judges, where it is, and how to speak to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from evalmode.answers.llm.address import host_of

Protocol = Literal["openai", "anthropic"]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A model that can be asked over HTTP.

    Args:
        protocol: ``openai`` for chat completions as OpenAI, Ollama, vLLM and many others understand them; ``anthropic``
            for Anthropic's messages.
        address: Base address, as :func:`evalmode.answers.llm.address.read_address` returns it.
        model: The model's name there.
        key_variable: Name of the environment variable that holds the key; empty where none is needed.
        seconds: Time for the whole judgement.
    """

    protocol: Protocol
    address: str
    model: str
    key_variable: str = ""
    seconds: float = 20.0

    @property
    def host(self) -> str:
        """Where the words go."""
        return host_of(self.address)

"""What routes ask for: the practice behind the server, and the parts that listen and look about."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Protocol

from fastapi import Depends, Request

from evalmode.practice import Practice
from evalmode.practice.values import Ability, VoiceStatus


class Listener(Protocol):
    """Turns speech into text on this machine, or says why it cannot."""

    def status(self) -> VoiceStatus:
        """Whether it works here."""
        ...

    def transcribe(self, audio: bytes, vocabulary: tuple[str, ...] = ()) -> str:
        """The words of a recording in any common container format.

        Raises:
            UnavailableError: Nothing here can transcribe.
            InputError: The recording cannot be read.
        """
        ...


class LookAbout(Protocol):
    """Says what works on this machine."""

    def __call__(self) -> tuple[Ability, ...]:
        """One entry per part."""
        ...


@dataclass(frozen=True)
class Services:
    """All that the routes use.

    Args:
        practice: The use cases' own dependencies.
        listener: Turns speech into text.
        abilities: Says what works on this machine.
        close: Called once, when the server ends.
    """

    practice: Practice
    listener: Listener
    abilities: LookAbout
    close: Callable[[], None] = lambda: None


def _services(request: Request) -> Services:
    services: Services = request.app.state.services
    return services


def _practice(request: Request) -> Practice:
    return _services(request).practice


ServicesDep = Annotated[Services, Depends(_services)]
PracticeDep = Annotated[Practice, Depends(_practice)]

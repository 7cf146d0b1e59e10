"""What a grader of prose is, whoever does the grading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from evalmode.core import Gradable, Grade


class Grader(Protocol):
    """Judges an answer in words against the key points of one question.

    Implementations may be called from several threads at once.
    """

    @property
    def name(self) -> str:
        """Name and version, stored with every grade."""
        ...

    def grade(self, question: Gradable, answer: str) -> Grade:
        """Judge one answer.

        Every piece of evidence in the result is a verbatim part of ``answer``.

        Raises:
            UnavailableError: The grader needs something that is not installed, damaged or out of reach.
        """
        ...

    def warm(self, question: Gradable) -> None:
        """Prepare for answers to this question, so that grading them is quick. May be left out.

        Raises:
            UnavailableError: As for ``grade``.
        """
        ...

"""evalmode: practise for a deep-learning interview, and have what you said, drew and built checked."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from evalmode._version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

    from evalmode.practice.values import GradedAnswer, GradeRequest

__all__ = ["__version__", "grade"]


def grade(item: str, answer: str, *, part: str | None = None) -> GradedAnswer:
    """Grade an answer in words to a question of the installed packs. Nothing is stored and nothing leaves the machine.

    Args:
        item: The question's name, such as ``rapid/softmax`` or ``softmax``.
        answer: What the candidate said.
        part: The part of a deep question that it answers; headline and detail together where none is named.

    Raises:
        NotFoundError: There is no such question or part.
        InputError: The answer is too long.
        UnavailableError: The grader does not work here.
    """
    from evalmode.practice.values import GradeRequest

    return _desk()(GradeRequest(item=item, answer=answer, part=part))


@cache
def _desk() -> Callable[[GradeRequest], GradedAnswer]:
    """The bank and the grader, made once; nothing of evalmode is imported before somebody grades."""
    from functools import partial

    from evalmode.bank import load_bank
    from evalmode.practice.attempts import grade_answer
    from evalmode.wiring import build_grader

    return partial(grade_answer, load_bank(), build_grader())

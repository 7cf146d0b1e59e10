"""What ``evalmode code … --json`` prints, where it is not a value of the practice itself."""

from __future__ import annotations

from evalmode.practice.value import Value
from evalmode.practice.values import ProblemBrief


class ProblemList(Value):
    """``evalmode code list --json``."""

    problems: tuple[ProblemBrief, ...]


class StartedProblem(Value):
    """``evalmode code start --json``."""

    problem: str
    """The problem's name."""
    program: str
    """Path of the file to write in."""
    statement: str
    """Path of the file to read."""
    minutes: int
    """What an interviewer gives."""

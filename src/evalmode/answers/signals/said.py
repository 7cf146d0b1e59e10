"""An answer as the detectors see it: its clauses, its verdicts, and how many words it took."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from evalmode.answers.score import WORTH
from evalmode.core import KeyPoint, PointGrade, Verdict

if TYPE_CHECKING:
    from evalmode.answers.clauses import Clause
    from evalmode.core import Gradable


@dataclass(frozen=True)
class Said:
    """One answer, split and judged.

    Args:
        question: What was asked.
        answer: As it was given.
        clauses: Its clauses that are statements, in order.
        points: The verdicts, in the question's order.
    """

    question: Gradable
    answer: str
    clauses: tuple[Clause, ...]
    points: tuple[PointGrade, ...]

    @cached_property
    def words(self) -> int:
        """How many words the answer has."""
        return len(self.answer.split())

    @cached_property
    def judged(self) -> tuple[tuple[KeyPoint, PointGrade], ...]:
        """Each key point with its verdict."""
        return tuple(zip(self.question.key_points, self.points, strict=True))

    @cached_property
    def made(self) -> float:
        """How many points were made, a part of one counting half."""
        return sum(WORTH[grade.verdict] for grade in self.points)

    @cached_property
    def spoken_to(self) -> float:
        """How many points the answer speaks to: those made and those denied."""
        return self.made + len(self.with_verdict(Verdict.CONTRADICTED))

    def with_verdict(self, *verdicts: Verdict) -> tuple[tuple[KeyPoint, PointGrade], ...]:
        """The points with one of these verdicts, the heaviest first."""
        found = [(point, grade) for point, grade in self.judged if grade.verdict in verdicts]
        return tuple(sorted(found, key=lambda pair: -pair[0].weight))

    def first_clause(self) -> str:
        """What the answer begins with, verbatim; empty for an empty answer."""
        return self.clauses[0].text if self.clauses else ""

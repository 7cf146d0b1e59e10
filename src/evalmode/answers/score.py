"""From verdicts to one number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.core import KeyPoint, PointGrade, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

WORTH: dict[Verdict, float] = {
    Verdict.COVERED: 1.0,
    Verdict.PARTIAL: 0.5,
    # Where the grader cannot tell, the expected share is about one half; giving nothing would punish the candidate for
    # the grader's weakness, giving all would reward vagueness. The override is one key away.
    Verdict.UNSURE: 0.5,
    Verdict.MISSING: 0.0,
    # No less than a missing point: the feedback puts the error right, the score does not punish trying.
    Verdict.CONTRADICTED: 0.0,
}


def score_of(points: Sequence[KeyPoint], grades: Sequence[PointGrade]) -> float:
    """The weighted share of the key points that were made, in [0, 1]."""
    total = sum(point.weight for point in points)
    earned = sum(point.weight * WORTH[grade.verdict] for point, grade in zip(points, grades, strict=True))
    return round(earned / total, 3) if total else 0.0

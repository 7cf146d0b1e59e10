"""A grade as it is kept, and the score it gives once the candidate's own word is heard."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from pydantic import Field

from evalmode.answers.score import WORTH
from evalmode.core import Gradable, Grade, KeyPoint, PointGrade, Verdict
from evalmode.practice.value import Value
from evalmode.practice.values import PointFeedback, SignalView

if TYPE_CHECKING:
    from collections.abc import Collection


class KeptPoint(Value):
    """A key point's verdict, with its claim and weight at that time: it outlives changes of the bank."""

    id: str
    claim: str
    weight: float = Field(gt=0)
    verdict: Verdict
    confidence: float
    evidence: str
    because: str
    correction: str


class KeptVerdict(Value):
    """The JSON object that is stored for a grade."""

    points: tuple[KeptPoint, ...] = ()
    signals: tuple[SignalView, ...] = ()
    feedback: str = ""

    @property
    def weight(self) -> float:
        """Of all points together."""
        return sum(point.weight for point in self.points)


def keep(question: Gradable, grade: Grade) -> KeptVerdict:
    """A grade as it is stored."""
    by_id = {point.id: point for point in grade.points}
    return KeptVerdict(
        points=tuple(_keep_point(key, by_id[key.id]) for key in question.key_points if key.id in by_id),
        signals=tuple(SignalView(id=one.id, message=one.message, evidence=one.evidence) for one in grade.signals),
        feedback=grade.feedback,
    )


def points_of(
    verdict: KeptVerdict, answer: str, *, said: Collection[str], proven: Collection[str]
) -> tuple[PointFeedback, ...]:
    """The points of a verdict, as they are shown.

    Args:
        verdict: As it was kept.
        answer: What was graded; evidence is looked up in it.
        said: Ids of the points that the candidate says were made.
        proven: Ids of the points that a program proves.
    """
    return tuple(
        PointFeedback(
            **point.model_dump(),
            evidence_start=_start(answer, point.evidence),
            overridden=point.id in said,
            proven=point.id in proven,
        )
        for point in verdict.points
    )


def score_of(score: float, verdict: KeptVerdict, said: Collection[str]) -> float:
    """The grader's score, raised by what the candidate insists on.

    Each overridden point adds the share of its weight that the grader withheld; with every point covered or overridden
    the score is 1.

    Args:
        score: As the grader gave it, in [0, 1].
        verdict: As it was kept.
        said: Ids of the points that the candidate says were made.
    """
    withheld = [point for point in verdict.points if point.verdict is not Verdict.COVERED]
    insisted = [point for point in withheld if point.id in said]
    if not insisted:
        return score
    if len(insisted) == len(withheld):
        return 1.0
    granted = sum(point.weight * (1 - WORTH[point.verdict]) for point in insisted)
    return min(1.0, score + granted / verdict.weight)


def _keep_point(key: KeyPoint, grade: PointGrade) -> KeptPoint:
    return KeptPoint(
        id=key.id,
        claim=key.claim,
        weight=key.weight,
        verdict=grade.verdict,
        confidence=grade.confidence,
        evidence=grade.evidence,
        because=grade.because,
        correction=_correction(key, grade),
    )


def _correction(key: KeyPoint, grade: PointGrade) -> str:
    """What puts right the misconception that the grader named, or else the one that the evidence is most like."""
    if grade.verdict is not Verdict.CONTRADICTED or not key.misconceptions:
        return ""
    named = [wrong for wrong in key.misconceptions if wrong.says in grade.because or wrong.correction == grade.because]
    said = grade.evidence.lower().split()
    nearest = max(
        named or key.misconceptions,
        key=lambda wrong: difflib.SequenceMatcher(None, said, wrong.says.lower().split()).ratio(),
    )
    return nearest.correction


def _start(answer: str, evidence: str) -> int | None:
    start = answer.find(evidence) if evidence else -1
    return start if start >= 0 else None

"""From probabilities to a verdict on one key point, with its evidence and its reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from evalmode.core import KeyPoint, PointGrade, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

SPEAKS = 0.5
"""From here on the answer speaks to the key point."""
HINTS = 0.38
"""From here on it at least comes near it."""
RIGHT = 0.5
"""From here on what it says is taken as right."""
WRONG = 0.36
"""Below this it is taken as wrong; in between the grader does not know."""
_EXCERPT = 90


@dataclass(frozen=True)
class Reading:
    """What the models made of an answer and one key point.

    Args:
        addressed: Probability that the answer speaks to the point, in [0, 1].
        right: Probability that what it says there is right, in [0, 1].
        evidence: The stretch of the answer it was read from, verbatim.
        nearest_right: The claim or accepted phrasing it is most like; empty for none.
        nearest_wrong: The misconception it is most like, as the pack says it; empty for none.
        correction: What puts that misconception right; may be empty.
    """

    addressed: float
    right: float
    evidence: str
    nearest_right: str = ""
    nearest_wrong: str = ""
    correction: str = ""


NOTHING = Reading(0.0, 0.5, "")


def verdict_of(point: KeyPoint, reading: Reading) -> PointGrade:
    """Decide; the confidence is the probability of the verdict that was chosen."""
    speaks, right = reading.addressed, reading.right
    if speaks < HINTS or not reading.evidence:
        return PointGrade(point.id, Verdict.MISSING, _share(1 - speaks), "", "Nothing in the answer says this.")
    if right < WRONG:
        if speaks < SPEAKS:
            return PointGrade(
                point.id, Verdict.MISSING, _share(1 - speaks * right), "", "Nothing in the answer says this."
            )
        return PointGrade(
            point.id, Verdict.CONTRADICTED, _share(speaks * (1 - right)), reading.evidence, _against(reading)
        )
    if right < RIGHT:
        because = "This is about the point, but it could be meant either way."
        return PointGrade(point.id, Verdict.UNSURE, _share(1 - abs(right - 0.5) * 2), reading.evidence, because)
    if speaks < SPEAKS:
        because = "This comes near the point without quite saying it."
        return PointGrade(point.id, Verdict.PARTIAL, _share(1 - speaks + HINTS), reading.evidence, because)
    because = f"This says: {_excerpt(reading.nearest_right or point.claim)}"
    return PointGrade(point.id, Verdict.COVERED, _share(speaks * right), reading.evidence, because)


def _against(reading: Reading) -> str:
    if reading.correction:
        return reading.correction
    if reading.nearest_wrong:
        return f"This is the misconception “{_excerpt(reading.nearest_wrong)}”."
    return "This says the opposite of the point."


def _excerpt(text: str) -> str:
    return text if len(text) <= _EXCERPT else text[: text.rfind(" ", 0, _EXCERPT)] + " …"


def _share(probability: float) -> float:
    return round(min(max(probability, 0.0), 1.0), 3)


def readings_to_grades(points: Sequence[KeyPoint], readings: Sequence[Reading]) -> tuple[PointGrade, ...]:
    """One verdict per key point."""
    return tuple(verdict_of(point, reading) for point, reading in zip(points, readings, strict=True))

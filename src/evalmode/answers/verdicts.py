"""From probabilities to a verdict on one key point, with its evidence and its reason."""

from __future__ import annotations

from dataclasses import dataclass

from evalmode.core import KeyPoint, PointGrade, Verdict

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
        slip: A calculation in the evidence that does not hold; empty for none.
    """

    addressed: float
    right: float
    evidence: str
    nearest_right: str = ""
    nearest_wrong: str = ""
    correction: str = ""
    slip: str = ""


NOTHING = Reading(0.0, 0.5, "")


def verdict_of(point: KeyPoint, reading: Reading) -> PointGrade:
    """Decide; the confidence is the probability of the verdict that was chosen."""
    speaks, right = reading.addressed, reading.right
    wrong = right < WRONG or bool(reading.slip)
    if speaks < HINTS or not reading.evidence:
        return _missing(point, 1 - speaks)
    if wrong and speaks < SPEAKS:
        return _missing(point, 1 - speaks * right)
    verdict, confidence, because = _judge(point, reading, wrong=wrong)
    return PointGrade(point.id, verdict, _share(confidence), reading.evidence, because)


def _missing(point: KeyPoint, confidence: float) -> PointGrade:
    return PointGrade(point.id, Verdict.MISSING, _share(confidence), "", "Nothing in the answer says this.")


def _judge(point: KeyPoint, reading: Reading, *, wrong: bool) -> tuple[Verdict, float, str]:
    """Verdict, confidence and reason where the answer does come near the point."""
    speaks, right = reading.addressed, reading.right
    if reading.slip:
        return Verdict.CONTRADICTED, speaks, f"{reading.slip} does not hold."
    if wrong:
        return Verdict.CONTRADICTED, speaks * (1 - right), _against(reading)
    if right < RIGHT:
        because = "This is about the point, but it could be meant either way."
        return Verdict.UNSURE, 1 - abs(right - 0.5) * 2, because
    if speaks < SPEAKS:
        return Verdict.PARTIAL, 1 - speaks + HINTS, "This comes near the point without quite saying it."
    return Verdict.COVERED, speaks * right, f"This says: {_excerpt(reading.nearest_right or point.claim)}"


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

"""A few sentences after an answer, as a good interviewer would say them.

What was right comes first, then what was wrong with its correction, then the one point that would have been worth most.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.core import KeyPoint, PointGrade, Signal, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

_VETOES = ("empty", "instructions", "echo", "keyword-list", "dont-know")


def feedback_of(points: Sequence[KeyPoint], grades: Sequence[PointGrade], signals: Sequence[Signal]) -> str:
    """Two to four sentences about the answer."""
    pairs = list(zip(points, grades, strict=True))
    sentences = [_opening(pairs, signals)]
    wrong = [grade for _, grade in pairs if grade.verdict is Verdict.CONTRADICTED]
    sentences += [f"Careful with “{_quoted(grade.evidence)}”: {_lower(grade.because)}" for grade in wrong[:2]]
    sentences += _next(pairs)
    return " ".join(sentence for sentence in sentences if sentence)


_Pairs = list[tuple[KeyPoint, PointGrade]]


def _opening(pairs: _Pairs, signals: Sequence[Signal]) -> str:
    covered = [point for point, grade in pairs if grade.verdict is Verdict.COVERED]
    if len(covered) == len(pairs):
        return "You made every point." if len(pairs) > 1 else "You made the point."
    if covered:
        best = max(covered, key=lambda point: point.weight)
        count = f"You made {len(covered)} of {len(pairs)} points" if len(covered) > 1 else "You made one point"
        return (
            f"{count}, above all this: {_sentence(best.claim)}"
            if len(covered) > 1
            else f"{count}: {_sentence(best.claim)}"
        )
    vetoes = [signal.message for signal in signals if signal.id in _VETOES]
    if vetoes:
        return vetoes[0]
    near = any(grade.verdict in (Verdict.PARTIAL, Verdict.UNSURE) for _, grade in pairs)
    return "You are close, but no point is quite made yet." if near else "None of the points was made yet."


def _next(pairs: _Pairs) -> list[str]:
    """The most valuable thing to add: an unfinished point before a missing one of the same weight."""
    order = {Verdict.PARTIAL: 0, Verdict.UNSURE: 1, Verdict.MISSING: 2}
    open_points = [(point, grade) for point, grade in pairs if grade.verdict in order]
    if not open_points:
        return []
    point, grade = min(open_points, key=lambda pair: (-pair[0].weight, order[pair[1].verdict]))
    claim = _sentence(point.claim)
    if grade.verdict is Verdict.PARTIAL:
        return [f"Finish this thought: “{_quoted(grade.evidence)}”. The whole point is: {claim}"]
    if grade.verdict is Verdict.UNSURE:
        return [f"I could not tell how you meant “{_quoted(grade.evidence)}”. Say it plainly: {claim}"]
    return [f"{'Worth most to add' if len(open_points) > 1 else 'What is still missing'}: {claim}"]


def _sentence(claim: str) -> str:
    return claim if claim.endswith((".", "!", "?")) else f"{claim}."


def _lower(text: str) -> str:
    """A sentence that goes on after a colon, unless it begins with a name."""
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if first in {"The", "This", "It", "A", "An", "Every", "With", "In"} else text


def _quoted(evidence: str) -> str:
    text = " ".join(evidence.split())
    return text if len(text) <= 120 else text[: text.rfind(" ", 0, 120)] + " …"

"""A few sentences after an answer, as a good interviewer would say them.

What was right comes first, in the candidate's own words; then the one point that is worth most to add; then one thing
that was wrong, with what puts it right. The wording varies with the answer, never at random: the same answer is always
told the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

from evalmode.core import KeyPoint, PointGrade, Signal, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

_VETOES = ("empty", "instructions", "echo", "keyword-list", "dont-know")
_LONGEST_QUOTE = 100
_SURE = 0.7
"""From this confidence on the grader praises without reserve."""
_FILLERS = frozenset("um uh er erm well so and but okay ok then like yeah right now also".split())

_RIGHT = ("You are right with “{}”.", "“{}” is right.", "Yes, “{}” is what I wanted to hear.", "Good: “{}”.")
_HEART = ("The most important part is there: “{}”.", "“{}” is the heart of it.", "You got to the core with “{}”.")
_LIKELY = ("I take “{}” as right.", "“{}” sounds right to me.")
_ALL = ("You made every point; “{}” puts the most important one well.", "Nothing is missing; “{}” is the heart of it.")
_MISSING = (
    "What I would have liked to hear as well: {}",
    "Next time, add this: {}",
    "One thing would make it stronger: {}",
    "I would ask you about this next: {}",
)
_NOTHING = ("I did not hear the points that I was listening for.", "The points that matter here were not in it.")
_MISSING_ALONE = ("Start from here next time: {}", "The first thing to say is this: {}")
_PARTIAL = (
    "You are nearly there with “{}”; say the whole of it: {}",
    "“{}” goes in the right direction; finish the thought: {}",
)
_UNSURE = (
    "I could not tell how you meant “{}”; if it was this, say it outright: {}",
    "I am not sure what you meant by “{}”; put it plainly: {}",
)
_DOUBT = "I could not tell how you meant “{}”."
_WRONG = ("I would not say “{}”. {}", "“{}” does not hold. {}", "One thing to put right is “{}”. {}")

_Pairs = list[tuple[KeyPoint, PointGrade]]


def feedback_of(points: Sequence[KeyPoint], grades: Sequence[PointGrade], signals: Sequence[Signal]) -> str:
    """A few sentences about the answer: what was right, what to add, what to put right."""
    pairs = sorted(zip(points, grades, strict=True), key=lambda pair: -pair[0].weight)
    turn = crc32("\0".join(f"{grade.id} {grade.evidence}" for grade in grades).encode())
    wrong = [pair for pair in pairs if pair[1].verdict is Verdict.CONTRADICTED]
    opening = _opening(pairs, signals, turn)
    nothing = all(grade.verdict is Verdict.MISSING for grade in grades)
    opening = opening or (_pick(_NOTHING, turn) if nothing else "")
    following = _next(pairs, turn >> 4, first=all(grade.verdict is not Verdict.COVERED for grade in grades))
    sentences = [opening, following, _doubt(pairs, following) if not wrong else "", _wrong(wrong, turn >> 8)]
    return " ".join(sentence for sentence in sentences if sentence)


def _opening(pairs: _Pairs, signals: Sequence[Signal], turn: int) -> str:
    """What was right, or why nothing could be."""
    right = [(point, grade) for point, grade in pairs if grade.verdict is Verdict.COVERED]
    if not right:
        return next((signal.message for signal in signals if signal.id in _VETOES), "")
    point, grade = _best(right, pairs)
    everything = len(right) == len(pairs)
    if not grade.evidence:
        return "You made every point." if everything else f"You made this point: {_sentence(point.claim)}"
    if everything and len(pairs) > 1:
        return _pick(_ALL, turn).format(_quoted(grade.evidence))
    if grade.confidence < _SURE:
        return _pick(_LIKELY, turn).format(_quoted(grade.evidence))
    heaviest = len(pairs) > 1 and point.weight == pairs[0][0].weight > pairs[-1][0].weight
    return _pick(_HEART if heaviest else _RIGHT, turn).format(_quoted(grade.evidence))


def _best(right: _Pairs, pairs: _Pairs) -> tuple[KeyPoint, PointGrade]:
    """The heaviest point that was made, if possible in words in which nothing else was left open or wrong."""
    disputed = [grade.evidence for _, grade in pairs if grade.verdict is not Verdict.COVERED and grade.evidence]

    def clean(grade: PointGrade) -> bool:
        return not any(grade.evidence in other or other in grade.evidence for other in disputed)

    return next((pair for pair in right if clean(pair[1])), right[0])


def _next(pairs: _Pairs, turn: int, *, first: bool) -> str:
    """The most valuable thing to add: an unfinished point before a missing one of the same weight."""
    order = {Verdict.PARTIAL: 0, Verdict.UNSURE: 1, Verdict.MISSING: 2}
    still_open = [pair for pair in pairs if pair[1].verdict in order]
    if not still_open:
        return ""
    point, grade = min(still_open, key=lambda pair: (-pair[0].weight, order[pair[1].verdict]))
    claim = _sentence(point.claim)
    if grade.evidence and grade.verdict is Verdict.PARTIAL:
        return _pick(_PARTIAL, turn).format(_quoted(grade.evidence), claim)
    if grade.evidence and grade.verdict is Verdict.UNSURE:
        return _pick(_UNSURE, turn).format(_quoted(grade.evidence), claim)
    return _pick(_MISSING_ALONE if first else _MISSING, turn).format(claim)


def _doubt(pairs: _Pairs, said: str) -> str:
    """Where another point could not be read: that the grader does not know is said, not hidden."""
    unclear = [grade for _, grade in pairs if grade.verdict is Verdict.UNSURE and grade.evidence]
    quoted = [_quoted(grade.evidence) for grade in unclear]
    return _DOUBT.format(quoted[0]) if quoted and not any(quote in said for quote in quoted) else ""


def _wrong(wrong: _Pairs, turn: int) -> str:
    """The heaviest contradiction with what puts it right; the others stand beside their points."""
    if not wrong:
        return ""
    point, grade = wrong[0]
    if not grade.evidence:
        return f"One thing to put right: {_correction(point, grade)}"
    return _pick(_WRONG, turn).format(_quoted(grade.evidence), _correction(point, grade))


def _correction(point: KeyPoint, grade: PointGrade) -> str:
    """The correction of the misconception that the grader saw, or a calculation that does not hold; else the claim."""
    for mistake in point.misconceptions:
        if mistake.correction and (grade.because == mistake.correction or mistake.says in grade.because):
            return _sentence(mistake.correction)
    if grade.because.endswith("does not hold."):
        return grade.because
    return f"What holds is this: {_sentence(point.claim)}"


def _pick(wordings: Sequence[str], turn: int) -> str:
    return wordings[turn % len(wordings)]


def _sentence(claim: str) -> str:
    return claim if claim.endswith((".", "!", "?")) else f"{claim}."


def _quoted(evidence: str) -> str:
    """The candidate's words without the fillers they begin with, cut where they are long."""
    words = evidence.split()
    while len(words) > 1 and words[0].lower().strip(",.") in _FILLERS:
        words.pop(0)
    while len(words) > 1 and words[-1].lower().strip(",.") in _FILLERS:
        words.pop()
    text = " ".join(words).rstrip(" .,;:").replace("“", "‘").replace("”", "’")
    return text if len(text) <= _LONGEST_QUOTE else text[: text.rfind(" ", 0, _LONGEST_QUOTE)] + " …"

"""What is graded, and what grading returns. A grader, an author's lint and a browser all speak in these values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What an answer did with one key point."""

    COVERED = "covered"
    PARTIAL = "partial"
    MISSING = "missing"
    CONTRADICTED = "contradicted"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Misconception:
    """A wrong claim that people make where the key point belongs.

    Args:
        says: The wrong claim, as people say it.
        correction: One sentence that puts it right; empty where the claim itself does.
    """

    says: str
    correction: str = ""


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """One thing a good answer says.

    Args:
        id: A slug, unique within the item.
        claim: The point in one sentence.
        weight: Its share of the score, relative to the item's other points; greater than 0.
        accepted: Other ways in which people say it: terse, colloquial, as an equation.
        misconceptions: What people say instead, wrongly.
    """

    id: str
    claim: str
    weight: float = 1.0
    accepted: tuple[str, ...] = ()
    misconceptions: tuple[Misconception, ...] = ()


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A topic next to the one that is asked about.

    Args:
        topic: Its name in words, such as ``chain rule``.
        why: The sentence that connects the two.
    """

    topic: str
    why: str


@dataclass(frozen=True, slots=True)
class Gradable:
    """A question with what a good answer says: all that a grader may know.

    Args:
        id: A name for caches and messages, such as ``rapid/softmax`` or ``deep/attention#detail``.
        question: As it was put to the candidate.
        key_points: At least one.
        seconds: The time allotted.
        vocabulary: Words that may be misheard and are to be recognised, never part of the score.
        neighbours: Topics that a long answer may be expected to connect with; never part of the score.
    """

    id: str
    question: str
    key_points: tuple[KeyPoint, ...]
    seconds: int = 60
    vocabulary: tuple[str, ...] = ()
    neighbours: tuple[Neighbour, ...] = ()


@dataclass(frozen=True, slots=True)
class PointGrade:
    """The verdict on one key point.

    Args:
        id: The key point's id.
        verdict: What the answer did with it.
        confidence: How sure the grader is of the verdict, in [0, 1].
        evidence: The clause of the answer that decided it, verbatim; empty where nothing did.
        because: One sentence on why, for a person.
    """

    id: str
    verdict: Verdict
    confidence: float
    evidence: str = ""
    because: str = ""


@dataclass(frozen=True, slots=True)
class Signal:
    """Something noticed about the whole answer that is not a key point: an echo, a keyword list, no reason given.

    Args:
        id: A stable slug, such as ``echo`` or ``keyword-list``.
        message: One sentence to the candidate.
        evidence: The words of the answer that show it; may be empty.
    """

    id: str
    message: str
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Grade:
    """The whole judgement of one answer.

    Args:
        score: In [0, 1]: the weighted share of the points that were made.
        points: One per key point, in the item's order.
        signals: What was noticed besides; order of importance.
        feedback: A few sentences, as a good interviewer would say them.
        grader: Name and version of the grader that judged, for the record.
    """

    score: float
    points: tuple[PointGrade, ...]
    signals: tuple[Signal, ...] = ()
    feedback: str = ""
    grader: str = ""

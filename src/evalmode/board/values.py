"""What the whiteboard says about a drawing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

__all__ = [
    "BOARD_VERDICTS",
    "BoardCheck",
    "BoardHint",
    "BoardVerdict",
    "EdgeShape",
    "Finding",
    "FindingKind",
    "Habit",
    "HabitName",
    "Reading",
    "Severity",
    "ShapeFindings",
    "UnreadElement",
]

BoardVerdict = Literal["right", "wrong", "unreadable"]
BOARD_VERDICTS: tuple[BoardVerdict, ...] = get_args(BoardVerdict)
Severity = Literal["mistake", "habit", "hint"]
"""Only a mistake decides the verdict; a habit is how one draws, a hint something worth knowing."""

FindingKind = Literal[
    "missing-node",
    "extra-node",
    "wrong-op",
    "wrong-parameter",
    "missing-edge",
    "extra-edge",
    "wrong-direction",
    "wrong-order",
    "wrong-shape",
    "wrong-source",
    "wrong-target",
    "wrong-name",
    "wrong-equation",
    "forbidden-path",
    "missing-mention",
    "unknown-box",
    "nothing-here",
    "new-name",
    "habit",
]
HabitName = Literal["flow", "boxes", "colours", "shapes", "skips", "equations"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to say about one place of a drawing.

    Args:
        kind: What sort of thing it is.
        severity: Whether it decides the verdict.
        message: What is wrong and what should be there, in one sentence.
        why: What it is needed for; empty if nothing is known.
        elements: Ids of the elements it is about, the one to look at first leading.
    """

    kind: FindingKind
    severity: Severity
    message: str
    why: str = ""
    elements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Habit:
    """One of the six ways of drawing that make a diagram easy to follow; it never decides the verdict.

    Args:
        name: Which of the six.
        kept: Whether the drawing keeps it; None where there is nothing to judge.
        message: What was seen and what to do, in one sentence.
        elements: The elements that break it.
    """

    name: HabitName
    kept: bool | None
    message: str
    elements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EdgeShape:
    """The shape of the value on one arrow.

    Args:
        elements: The arrow and its label.
        source: What the value comes from, as it is labelled.
        target: What takes it, as it is labelled.
        written: The shape as the candidate wrote it; empty if none is written.
        inferred: The shape that follows from the rest; empty if it is not known for sure.
        derivation: How it follows, such as ``(H + 2·1 − 3)/2 + 1 = H/2``; empty if there is nothing to derive.
        agrees: Whether what is written holds; None where it is not known, or nothing is written.
    """

    elements: tuple[str, ...]
    source: str
    target: str
    written: str = ""
    inferred: str = ""
    derivation: str = ""
    agrees: bool | None = None


@dataclass(frozen=True, slots=True)
class ShapeFindings:
    """The shapes of a drawing.

    Args:
        edges: Every arrow of which a shape is written or known.
        sizes: The candidate's names of sizes and what they stand for, such as ``{"C": "256"}``.
        written: How many shapes are written.
        agreeing: How many of these are known to hold.
        disagreeing: How many of these are known to be wrong.
    """

    edges: tuple[EdgeShape, ...] = ()
    sizes: dict[str, str] = field(default_factory=dict)
    written: int = 0
    agreeing: int = 0
    disagreeing: int = 0


@dataclass(frozen=True, slots=True)
class UnreadElement:
    """Something that could not be read. It never counts as wrong.

    Args:
        id: The element's id.
        what: ``arrow``, ``text``, ``image``, ``scribble``, ``line``, or ``box`` where its words were not understood.
        message: What is unclear and what to do, in one sentence.
        elements: The elements concerned.
    """

    id: str
    what: str
    message: str
    elements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What one element was taken for, to be laid over the drawing.

    Args:
        id: The id of the box, arrow, frame or note.
        what: What it was read as.
        text: The words on it.
        means: The operations it names, in the vocabulary's terms, or what a note is; empty if it was not understood.
        source: Of an arrow, the id of the box it leaves; else empty.
        target: Of an arrow, the id of the box it reaches; else empty.
        elements: Every element it is made of.
    """

    id: str
    what: Literal["box", "arrow", "frame", "note"]
    text: str = ""
    means: str = ""
    source: str = ""
    target: str = ""
    elements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BoardCheck:
    """All that is said about one drawing.

    Args:
        architecture: The id of what should be drawn, such as ``transformer-block``.
        verdict: ``right`` without a mistake, ``unreadable`` where too little of it was understood to judge it.
        score: How much of it is there, 0 to 1; 1 if it is right.
        variant: Title of the accepted reference that is nearest to it; empty if none is near.
        message: The most useful thing to say about it, in one sentence.
        findings: Mistakes first, most important first, then hints.
        habits: The six habits, each once.
        shapes: What is known about shapes.
        unread: What could not be read.
        readings: What every element was taken for.
        module: Source of the ``nn.Module`` it describes; None unless it is right and can be built.
    """

    architecture: str
    verdict: BoardVerdict
    score: float
    variant: str = ""
    message: str = ""
    findings: tuple[Finding, ...] = ()
    habits: tuple[Habit, ...] = ()
    shapes: ShapeFindings = ShapeFindings()
    unread: tuple[UnreadElement, ...] = ()
    readings: tuple[Reading, ...] = ()
    module: str | None = None


@dataclass(frozen=True, slots=True)
class BoardHint:
    """The next thing to draw, said in stages.

    Args:
        stage: Which stage this is, from 1: a question, then a direction, then the piece itself.
        stages: How many there are for this piece.
        message: The hint, in one or two sentences.
        elements: Where to look; may be empty.
        done: Whether nothing is missing any more.
    """

    stage: int
    stages: int
    message: str
    elements: tuple[str, ...] = ()
    done: bool = False

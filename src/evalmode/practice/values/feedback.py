"""The judgement of an answer in words."""

from __future__ import annotations

from datetime import datetime  # noqa: TC003 - pydantic reads annotations at run time
from typing import Literal

from evalmode.core import Verdict  # noqa: TC001 - as above
from evalmode.practice.value import Value


class PointFeedback(Value):
    """One key point and what the answer did with it."""

    id: str
    claim: str
    weight: float
    verdict: Verdict
    """As the grader saw it."""
    confidence: float
    evidence: str
    """A clause of the answer, verbatim; empty where nothing decided it."""
    evidence_start: int | None
    """Offset of the evidence in the answer, in characters."""
    because: str
    correction: str = ""
    """What puts the misconception right, where one was found."""
    overridden: bool = False
    """The candidate said: I did say that. It then counts as covered."""
    proven: bool
    """Whether a program proves the claim."""


class SignalView(Value):
    """Something noticed about the whole answer."""

    id: str
    message: str
    evidence: str = ""


class Speech(Value):
    """How it was said."""

    words: int
    words_per_minute: float | None
    fillers: int
    filler_words: tuple[str, ...] = ()


class FollowUpView(Value):
    """A question that would come next, with its answer."""

    ask: str
    answer: str


class LinkView(Value):
    """A neighbouring topic."""

    topic: str
    title: str
    why: str


class ProofView(Value):
    """A program that proves claims of the item."""

    index: int
    proves: tuple[str, ...]
    source: str


class MemoryView(Value):
    """What spaced repetition made of it."""

    rating: Literal["again", "hard", "good", "easy"]
    due: datetime
    interval_days: float
    undone: bool = False


class Feedback(Value):
    """The judgement of one attempt, with all that helps to learn from it."""

    attempt_id: str
    session_id: str | None
    position: int | None
    item_id: str
    part: str
    title: str
    prompt: str
    answer: str
    """What was graded."""
    late_answer: str | None = None
    """What arrived after the time was up: kept, not graded."""
    answered_at: datetime
    seconds_allotted: int
    seconds_used: float
    graded: bool
    """False while grading is still to come; it is taken up again at the next start."""
    score: float
    """In [0, 1], overrides included."""
    points: tuple[PointFeedback, ...]
    signals: tuple[SignalView, ...] = ()
    feedback: str = ""
    speech: Speech
    model_answer: str
    why: str
    follow_ups: tuple[FollowUpView, ...] = ()
    links: tuple[LinkView, ...] = ()
    sources: tuple[str, ...] = ()
    proofs: tuple[ProofView, ...] = ()
    memory: MemoryView | None = None
    """Null until the last part of a deep question is answered."""
    deeper: str | None = None
    """What the coach asks next on the same question, such as "Shall I go deeper?"; null where it is over."""
    grader: str = ""


class GradeRequest(Value):
    """An answer to be graded without storing anything."""

    item: str
    """The item's name: a full id, or a bare slug where only one item has it."""
    answer: str
    part: str | None = None
    """The turn of a deep question that it answers; the whole of the question where none is named."""


class GradedPoint(Value):
    """The verdict on one key point."""

    id: str
    verdict: Verdict
    confidence: float
    evidence: str
    """A clause of the answer, verbatim; empty where nothing decided it."""
    because: str


class GradedAnswer(Value):
    """The document that ``evalmode grade --json`` prints and ``POST /grade`` returns."""

    item: str
    """The full id."""
    part: str
    score: float
    """In [0, 1]."""
    points: tuple[GradedPoint, ...]
    signals: tuple[SignalView, ...] = ()
    feedback: str = ""
    grader: str = ""

"""Rows as the rest of the program sees them: frozen, typed, with times in UTC."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime  # noqa: TC003 - imports validate records by their annotations, at run time
from typing import Any, Literal

SessionKind = Literal["rapid", "deep"]
SessionMode = Literal["pressure", "relaxed"]
TurnState = Literal["waiting", "asked", "answered", "skipped"]
RatingNumber = Literal[1, 2, 3, 4]


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """A session as it was asked for.

    Args:
        id: Unique for the learner.
        kind: Kind of items, ``rapid`` or ``deep``.
        mode: ``pressure`` or ``relaxed``.
        seed: What decided between equals when its items were chosen.
        request: The wish it was made from, as a JSON object.
        created_at: When it began.
        finished_at: When its last turn was closed, or the candidate ended it.
    """

    id: str
    kind: SessionKind
    mode: SessionMode
    seed: int
    request: dict[str, Any]
    created_at: datetime
    finished_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class TurnRecord:
    """One question of a session.

    Args:
        session_id: The session.
        position: From 0.
        item_id: Full id of the item.
        part: Which part of the item is asked.
        title: The item's title, kept because items may leave the bank.
        seconds: Time allotted.
        state: ``waiting``, ``asked``, ``answered`` or ``skipped``.
        asked_at: When its clock started.
    """

    session_id: str
    position: int
    item_id: str
    part: str
    title: str
    seconds: int
    state: TurnState = "waiting"
    asked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DraftRecord:
    """An answer as typed so far.

    Args:
        session_id: The session.
        position: The turn.
        text: The latest text.
        revision: Counts the times it was saved.
        saved_at: When it was saved last; null before the first time.
        in_time_until: Up to when a draft counts as written in time; null where nobody is cut off.
        in_time_text: The last text that was saved in time.
        open: False once the turn is answered or skipped.
    """

    session_id: str
    position: int
    text: str = ""
    revision: int = 0
    saved_at: datetime | None = None
    in_time_until: datetime | None = None
    in_time_text: str = ""
    open: bool = True


@dataclass(frozen=True, slots=True)
class AttemptRecord:
    """An answer, as it was given.

    Args:
        id: Unique for the learner.
        session_id: The session, or null for an answer outside of one.
        position: Its turn in the session.
        item_id: Full id of the item.
        part: Which part of the item was answered.
        title: The item's title at that time.
        prompt: The question as it was put.
        text: What the candidate said to this part, as graded.
        carried: What was said to earlier parts and is graded with it.
        late_text: What arrived after the time was up.
        spoken: Whether it is a transcript.
        seconds_allotted: Time allotted.
        seconds_used: Time taken; never negative.
        answered_at: When it arrived.
        score: In [0, 1] with overrides; null until it is graded.
    """

    id: str
    session_id: str | None
    position: int | None
    item_id: str
    part: str
    title: str
    prompt: str
    text: str
    carried: str
    late_text: str | None
    spoken: bool
    seconds_allotted: int
    seconds_used: float
    answered_at: datetime
    score: float | None = None

    @property
    def answer(self) -> str:
        """What is graded: earlier parts, where they belong to it, and this one's text."""
        return f"{self.carried}\n\n{self.text}" if self.carried else self.text


@dataclass(frozen=True, slots=True)
class AttemptLine:
    """An attempt without its texts, for looking at many at once."""

    id: str
    session_id: str | None
    position: int | None
    item_id: str
    part: str
    title: str
    seconds_allotted: int
    seconds_used: float
    answered_at: datetime
    score: float | None


@dataclass(frozen=True, slots=True)
class GradeRecord:
    """One grading of an attempt. A later one is stored beside it, never over it.

    Args:
        attempt_id: The attempt.
        number: From 1; the highest one holds.
        score: In [0, 1], as the grader gave it.
        verdict: Points, signals and feedback as a JSON object; each point with its claim and weight at that time.
        grader: Name and version of the grader.
        graded_at: When.
    """

    attempt_id: str
    number: int
    score: float
    verdict: dict[str, Any]
    grader: str
    graded_at: datetime


@dataclass(frozen=True, slots=True)
class OverrideRecord:
    """The candidate's word on one key point: "I did say that", or the taking back of it."""

    attempt_id: str
    point_id: str
    said: bool
    said_at: datetime


@dataclass(frozen=True, slots=True)
class PhrasingRecord:
    """Words in which a candidate makes a key point, which the grader is to accept from now on.

    Args:
        item_id: The item.
        point_id: The key point.
        phrase: The words, on one line; 3 to 300 characters.
        attempt_id: The answer they were said in.
        learnt_at: When the candidate confirmed them.
        removed_at: When the candidate took them back; the grader then does not see them any more.
    """

    item_id: str
    point_id: str
    phrase: str
    attempt_id: str
    learnt_at: datetime
    removed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CardRecord:
    """What spaced repetition remembers of an item; always what its reviews add up to.

    Args:
        item_id: The item.
        state: 1 learning, 2 review, 3 relearning, as FSRS counts.
        step: Position among the learning steps; null in review.
        stability: Days until the chance of recall falls to 90%.
        difficulty: From 1 to 10.
        due: When to ask again.
        last_review: When it was asked last.
        reviews: How many reviews it stands on.
    """

    item_id: str
    state: int
    step: int | None
    stability: float | None
    difficulty: float | None
    due: datetime
    last_review: datetime | None
    reviews: int = 0


@dataclass(frozen=True, slots=True)
class ReviewRecord:
    """One time an item was asked, as spaced repetition counts it.

    Args:
        attempt_id: The attempt that completed it; an attempt completes at most one review.
        item_id: The item.
        rating: 1 again, 2 hard, 3 good, 4 easy.
        score: In [0, 1], over all parts that were answered.
        seconds_allotted: Over those parts.
        seconds_used: Over those parts.
        desired_retention: The setting that held at that time.
        reviewed_at: When.
        undone_at: When the candidate took it back; it then counts for nothing.
    """

    attempt_id: str
    item_id: str
    rating: RatingNumber
    score: float
    seconds_allotted: int
    seconds_used: float
    desired_retention: float
    reviewed_at: datetime
    undone_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SettingsRecord:
    """What the learner chose, as a JSON object."""

    document: dict[str, Any] = field(default_factory=dict)
    saved_at: datetime | None = None

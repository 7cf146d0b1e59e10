"""The bank, as a candidate sees it."""

from __future__ import annotations

from datetime import datetime  # noqa: TC003 - pydantic reads annotations at run time
from typing import Literal

from evalmode.bank import Level  # noqa: TC001 - as above
from evalmode.practice.value import Value
from evalmode.practice.values.feedback import FollowUpView, LinkView, ProofView  # noqa: TC001 - as above


class ItemBrief(Value):
    """A line of the library."""

    item_id: str
    kind: str
    title: str
    topics: tuple[str, ...]
    level: Level
    seconds: int | None
    attempts: int
    best_score: float | None
    last_score: float | None
    due: datetime | None
    """Null where it was never practised."""
    proven: bool
    """Whether at least one of its claims is proven by a program."""


class ItemPoint(Value):
    """A key point in the library."""

    id: str
    part: str
    claim: str
    weight: float
    proven: bool
    unproven_reason: str | None
    misconceptions: tuple[tuple[str, str], ...]
    """Pairs of what people say and what puts it right."""


class AttemptBrief(Value):
    """A line of an item's history."""

    attempt_id: str
    part: str
    answered_at: datetime
    score: float
    seconds_used: float


class ItemView(Value):
    """Everything about an item: it gives the answer away."""

    brief: ItemBrief
    question: str
    answer: str
    headline: str | None
    why: str
    points: tuple[ItemPoint, ...]
    follow_ups: tuple[FollowUpView, ...]
    links: tuple[LinkView, ...]
    sources: tuple[str, ...]
    proofs: tuple[ProofView, ...]
    history: tuple[AttemptBrief, ...]


class ProofRun(Value):
    """What running an item's proof gave."""

    index: int
    proves: tuple[str, ...]
    outcome: Literal["proven", "refuted", "timed_out", "unavailable"]
    evidence: str
    """What the program printed."""
    message: str
    """Why it failed, in one sentence; empty when proven."""
    seconds: float


class TopicView(Value):
    """A topic of the map."""

    id: str
    title: str
    area: str
    level: Level
    prerequisites: tuple[str, ...]
    items: tuple[str, ...]
    mastery: float | None
    """In [0, 1]: chance of recall times last score, averaged over its items; null where none was practised."""


class AreaView(Value):
    """A part of the field."""

    id: str
    title: str


class TopicMapView(Value):
    """The map of the field."""

    areas: tuple[AreaView, ...]
    topics: tuple[TopicView, ...]


class PracticeLink(Value):
    """Where a page of the guide sends its reader to practise."""

    item_id: str
    title: str
    kind: str


class GuidePage(Value):
    """A page of the guide."""

    id: str
    section: Literal["habit", "mistake", "faq", "checklist"]
    order: int
    title: str
    question: str
    answer: str
    practice: tuple[PracticeLink, ...]

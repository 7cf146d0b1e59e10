"""A finished session, to look back on."""

from __future__ import annotations

from datetime import datetime  # noqa: TC003 - pydantic reads annotations at run time

from evalmode.core import Verdict  # noqa: TC001 - as above
from evalmode.practice.value import Value
from evalmode.practice.values.sessions import SessionView  # noqa: TC001 - as above


class TopicScore(Value):
    """How a topic went."""

    topic: str
    title: str
    score: float
    attempts: int


class DueItem(Value):
    """An item and when it is due."""

    item_id: str
    title: str
    due: datetime


class MissedPoint(Value):
    """A key point that was not made."""

    item_id: str
    title: str
    point_id: str
    claim: str
    verdict: Verdict


class HabitCount(Value):
    """Something that was noticed about how several answers were given."""

    id: str
    """Of the signal, such as ``no-reason``."""
    count: int
    answers: int
    """Of so many graded answers."""
    message: str
    """One sentence, such as "In 6 of 20 answers you gave no reason."."""


class SessionSummary(Value):
    """A finished session, to look back on."""

    session: SessionView
    score: float
    """Mean over answered turns; 0 where none was answered."""
    answered: int
    skipped: int
    seconds_allotted: int
    """Of the answered turns."""
    seconds_used: float
    words_per_minute: float | None
    by_topic: tuple[TopicScore, ...]
    verdicts: dict[Verdict, int]
    """Key points by what was done with them, overrides included."""
    comes_back: tuple[DueItem, ...]
    """When each question of the session returns."""
    missed: tuple[MissedPoint, ...]
    """What was not said or said wrongly, heaviest first."""
    habits: tuple[HabitCount, ...] = ()
    """What recurred in how the answers were given, most frequent first."""

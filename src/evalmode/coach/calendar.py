"""Days: which day a moment belongs to, what was done on each, and how long the streak is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Day:
    """What was done on one day.

    Args:
        day: The day, where the candidate is.
        attempts: How many questions were answered.
        mean_score: Of those that are graded; null where none is.
    """

    day: date
    attempts: int
    mean_score: float | None


def day_of(moment: datetime, zone: tzinfo | None) -> date:
    """The day of a moment.

    Args:
        moment: In UTC.
        zone: Where the candidate is; null for this machine's own zone.
    """
    return moment.astimezone(zone).date()


def end_of_day(moment: datetime, zone: tzinfo | None) -> datetime:
    """When the moment's day ends, in UTC. What is due before that is due today."""
    tomorrow = day_of(moment, zone) + timedelta(days=1)
    midnight = datetime.combine(tomorrow, time(), zone) if zone else datetime.combine(tomorrow, time()).astimezone()
    return midnight.astimezone(UTC)


def calendar(
    attempts: Iterable[tuple[datetime, float | None]], now: datetime, zone: tzinfo | None, *, days: int = 365
) -> tuple[Day, ...]:
    """The last days that had an attempt, oldest first.

    Args:
        attempts: Moments with scores (null while ungraded).
        now: The moment to look back from.
        zone: Where the candidate is.
        days: How far back.
    """
    first = day_of(now, zone) - timedelta(days=days - 1)
    found: dict[date, list[float | None]] = {}
    for moment, score in attempts:
        day = day_of(moment, zone)
        if day >= first:
            found.setdefault(day, []).append(score)
    return tuple(_day(day, scores) for day, scores in sorted(found.items()))


def streak(days: Iterable[date], today: date) -> int:
    """How many days in a row were practised up to today; a day that is not over yet does not break it."""
    practised = set(days)
    day = today if today in practised else today - timedelta(days=1)
    length = 0
    while day in practised:
        length += 1
        day -= timedelta(days=1)
    return length


def _day(day: date, scores: list[float | None]) -> Day:
    graded = [score for score in scores if score is not None]
    return Day(day, len(scores), sum(graded) / len(graded) if graded else None)

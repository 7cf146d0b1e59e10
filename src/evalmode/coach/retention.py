"""Whether spaced repetition keeps its promise: predicted recall beside what was really recalled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta, tzinfo
from typing import TYPE_CHECKING

from evalmode.coach.calendar import day_of
from evalmode.coach.rating import Rating
from evalmode.coach.scheduling import Review, recall, retrace

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class RetentionWeek:
    """The reviews of one week.

    Args:
        week: Its Monday.
        predicted: Mean chance of recall just before each review, in [0, 1].
        recalled: Share that was recalled: rated better than *again*.
        reviews: How many there were.
    """

    week: date
    predicted: float
    recalled: float
    reviews: int


def retention(histories: Iterable[Iterable[Review]], zone: tzinfo | None) -> tuple[RetentionWeek, ...]:
    """Compare per week, oldest first.

    Only reviews at least a day after the one before count: on the same day there is nothing to forget.

    Args:
        histories: The reviews of each item.
        zone: Where the candidate is.
    """
    weeks: dict[date, list[tuple[float, bool]]] = {}
    for history in histories:
        for before, review, _ in retrace(history):
            if before is None or review.at - before.last_review < timedelta(days=1):
                continue
            day = day_of(review.at, zone)
            monday = day - timedelta(days=day.weekday())
            weeks.setdefault(monday, []).append((recall(before, review.at), review.rating > Rating.AGAIN))
    return tuple(
        RetentionWeek(
            week,
            sum(predicted for predicted, _ in pairs) / len(pairs),
            sum(recalled for _, recalled in pairs) / len(pairs),
            len(pairs),
        )
        for week, pairs in sorted(weeks.items())
    )

"""Spaced repetition by FSRS: what is remembered of an item is what its reviews add up to.

There are no learning steps of minutes: practice is daily, so an item that went wrong comes back the next day, and every
other one after as many days as FSRS says. Fuzzing is off, so that the same history always gives the same memory; undo
is then nothing but the same history without one review.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from fsrs import Card, Scheduler

    from evalmode.coach.rating import Rating


@dataclass(frozen=True, slots=True)
class Review:
    """One time an item was asked.

    Args:
        rating: How it went.
        at: When, in UTC.
        desired_retention: The chance of recall at which it is to come back.
    """

    rating: Rating
    at: datetime
    desired_retention: float = 0.9


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered of an item.

    Args:
        state: 1 learning, 2 review, 3 relearning, as FSRS counts.
        step: Position among the learning steps; null in review.
        stability: Days until the chance of recall falls to 90%.
        difficulty: From 1 to 10.
        due: When to ask again.
        last_review: When it was asked last.
        reviews: How many reviews it stands on.
    """

    state: int
    step: int | None
    stability: float
    difficulty: float
    due: datetime
    last_review: datetime
    reviews: int


def remember(reviews: Iterable[Review]) -> Memory | None:
    """The memory that a history leaves.

    Args:
        reviews: In any order; they count in the order of their times. A review that a clock set back dates before its
            neighbour simply takes its place by its time.

    Returns:
        None where there are no reviews.
    """
    memory: Memory | None = None
    for _, _, after in retrace(reviews):
        memory = after
    return memory


def retrace(reviews: Iterable[Review]) -> Iterator[tuple[Memory | None, Review, Memory]]:
    """The same step by step: the memory before each review, the review, and the memory after."""
    memory: Memory | None = None
    for review in sorted(reviews, key=lambda review: review.at):
        before, memory = memory, _after(memory, review)
        yield before, review, memory


def recall(memory: Memory, now: datetime) -> float:
    """The chance in [0, 1] that the item would be recalled now."""
    return float(_scheduler(0.9).get_card_retrievability(_card(memory, now), max(now, memory.last_review)))


def _after(memory: Memory | None, review: Review) -> Memory:
    from fsrs import Rating as FsrsRating

    card, _ = _scheduler(review.desired_retention).review_card(
        _card(memory, review.at), FsrsRating(int(review.rating)), review.at
    )
    return Memory(
        int(card.state),
        card.step,
        float(card.stability or 0),
        float(card.difficulty or 0),
        card.due,
        review.at,
        1 if memory is None else memory.reviews + 1,
    )


@lru_cache(maxsize=64)
def _scheduler(desired_retention: float) -> Scheduler:
    from fsrs import Scheduler

    return Scheduler(desired_retention=desired_retention, learning_steps=(), relearning_steps=(), enable_fuzzing=False)


def _card(memory: Memory | None, now: datetime) -> Card:
    from fsrs import Card, State

    if memory is None:
        return Card(card_id=1, due=now)
    return Card(
        card_id=1,
        state=State(memory.state),
        step=memory.step,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=memory.due,
        last_review=memory.last_review,
    )

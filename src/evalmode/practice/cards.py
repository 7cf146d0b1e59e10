"""What is remembered of an item, from its reviews: cards as they are stored, and memories as the coach knows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.coach import Memory, Rating, Review, remember
from evalmode.practice.values import MemoryView
from evalmode.store import CardRecord, ReviewRecord, Work

if TYPE_CHECKING:
    from collections.abc import Iterable


def rebuild_card(work: Work, item_id: str) -> None:
    """Make an item's card what its reviews add up to."""
    memory = remember(to_reviews(work.reviews.of_item(item_id)))
    if memory is None:
        work.cards.drop(item_id)
    else:
        work.cards.put([to_card(item_id, memory)])


def view_review(review: ReviewRecord, history: Iterable[ReviewRecord]) -> MemoryView:
    """What a review made of the item, whatever came after it."""
    before = [one for one in history if one.undone_at is None and one.reviewed_at <= review.reviewed_at]
    memory = remember([*to_reviews(one for one in before if one.attempt_id != review.attempt_id), to_review(review)])
    assert memory is not None  # noqa: S101 - there is at least this review
    return MemoryView(
        rating=Rating(review.rating).word,
        due=memory.due,
        interval_days=(memory.due - review.reviewed_at).total_seconds() / 86_400,
        undone=review.undone_at is not None,
    )


def to_review(record: ReviewRecord) -> Review:
    """A stored review in the coach's terms."""
    return Review(Rating(record.rating), record.reviewed_at, record.desired_retention)


def to_reviews(records: Iterable[ReviewRecord]) -> list[Review]:
    """The reviews that count, in the coach's terms."""
    return [to_review(record) for record in records if record.undone_at is None]


def to_card(item_id: str, memory: Memory) -> CardRecord:
    """A memory as it is stored."""
    return CardRecord(
        item_id,
        memory.state,
        memory.step,
        memory.stability,
        memory.difficulty,
        memory.due,
        memory.last_review,
        memory.reviews,
    )


def to_memory(card: CardRecord) -> Memory | None:
    """A stored card in the coach's terms."""
    if card.last_review is None:
        return None
    return Memory(
        card.state,
        card.step,
        card.stability or 0.0,
        card.difficulty or 0.0,
        card.due,
        card.last_review,
        card.reviews,
    )

"""One memory for everything that is practised: reviews are stored, and an item's card is what they add up to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.coach import Memory, Rating, Review, rate, remember
from evalmode.practice.settings import read_settings
from evalmode.practice.values import MemoryView
from evalmode.practice.verdicts import KeptVerdict
from evalmode.store import AttemptRecord, CardRecord, GradeRecord, ReviewRecord, Work

if TYPE_CHECKING:
    from collections.abc import Iterable


def review_if_complete(work: Work, attempt: AttemptRecord) -> None:
    """Count the item as reviewed, once all of its parts in the session are closed and what was answered is graded.

    Called again after an override, it rates the same review anew.
    """
    parts = answered_parts(work, attempt)
    if parts is None or any(part.score is None for part in parts):
        return
    last = parts[-1]
    score = item_score(parts, work.grades.latest_of([part.id for part in parts]))
    allotted, used = sum(part.seconds_allotted for part in parts), sum(part.seconds_used for part in parts)
    earlier = work.reviews.get(last.id)
    review = ReviewRecord(
        attempt_id=last.id,
        item_id=last.item_id,
        rating=rate(score, used, allotted).number,
        score=score,
        seconds_allotted=allotted,
        seconds_used=used,
        desired_retention=earlier.desired_retention if earlier else read_settings(work).desired_retention,
        reviewed_at=last.answered_at,
        undone_at=earlier.undone_at if earlier else None,
    )
    work.reviews.put([review])
    rebuild_card(work, last.item_id)


def answered_parts(work: Work, attempt: AttemptRecord) -> list[AttemptRecord] | None:
    """The answers to all parts of an attempt's item, as they are stored now; None while a part is still open."""
    if attempt.session_id is None:
        found = work.attempts.get(attempt.id)
        return [found] if found else None
    turns = [turn for turn in work.turns.of_session(attempt.session_id) if turn.item_id == attempt.item_id]
    if any(turn.state in {"waiting", "asked"} for turn in turns):
        return None
    return [one for one in work.attempts.of_session(attempt.session_id) if one.item_id == attempt.item_id]


def item_score(parts: Iterable[AttemptRecord], grades: dict[str, GradeRecord]) -> float:
    """The score of an item: that of its parts, each as heavy as its key points."""
    weights = [(part.score or 0.0, KeptVerdict.model_validate(grades[part.id].verdict).weight) for part in parts]
    total = sum(weight for _, weight in weights)
    return sum(score * weight for score, weight in weights) / total if total else 0.0


def rebuild_card(work: Work, item_id: str) -> None:
    """Make an item's card what its reviews add up to."""
    memory = remember(to_reviews(work.reviews.of_item(item_id)))
    if memory is None:
        work.cards.drop(item_id)
    else:
        work.cards.put([to_card(item_id, memory)])


def find_review(work: Work, attempt: AttemptRecord) -> ReviewRecord | None:
    """The review that an attempt belongs to, if it was counted."""
    parts = answered_parts(work, attempt)
    return work.reviews.get(parts[-1].id) if parts else None


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

"""One memory for everything that is practised: reviews are stored, and an item's card is what they add up to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.coach import rate
from evalmode.practice.asking import is_made
from evalmode.practice.cards import rebuild_card
from evalmode.practice.round_reviews import count_words
from evalmode.practice.settings import read_settings
from evalmode.practice.verdicts import KeptVerdict
from evalmode.store import AttemptRecord, GradeRecord, ReviewRecord, Work

if TYPE_CHECKING:
    from collections.abc import Iterable


def review_if_complete(work: Work, attempt: AttemptRecord) -> None:
    """Count the item as reviewed, once all of its parts in the session are closed and what was answered is graded.

    Called again after an override, it rates the same review anew. What is said about a program or a drawing is no
    review of its own: it counts together with what was made.
    """
    if is_made(attempt.item_id):
        count_words(work, attempt)
        return
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


def find_review(work: Work, attempt: AttemptRecord) -> ReviewRecord | None:
    """The review that an attempt belongs to, if it was counted."""
    parts = answered_parts(work, attempt)
    return work.reviews.get(parts[-1].id) if parts else None

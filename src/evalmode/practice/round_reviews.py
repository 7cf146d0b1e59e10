"""What spaced repetition makes of a program or a drawing: one review a round, of what was made and what was said.

A narration counts for the first review at or after it. What is said about a drawing counts for the review of the half
day before it, else for the next one. Of several answers to one question, the latest counts.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from evalmode.coach import rate, with_narration
from evalmode.practice.asking import is_architecture
from evalmode.practice.cards import rebuild_card
from evalmode.practice.rounds import BOARD_PART, CODE_PART
from evalmode.practice.settings import read_settings
from evalmode.store import ReviewRecord

if TYPE_CHECKING:
    from evalmode.store import AttemptLine, AttemptRecord, Work

_ABOUT_THE_LAST = timedelta(hours=12)


def count_round(work: Work, attempt: AttemptRecord, made: float) -> None:
    """Count the submission, or the giving up, that ended a round.

    Args:
        work: The transaction.
        attempt: The submission.
        made: What it is worth by itself, in [0, 1].
    """
    review = ReviewRecord(
        attempt_id=attempt.id,
        item_id=attempt.item_id,
        rating=1,
        score=made,
        seconds_allotted=attempt.seconds_allotted,
        seconds_used=attempt.seconds_used,
        desired_retention=read_settings(work).desired_retention,
        reviewed_at=attempt.answered_at,
    )
    _keep(work, review, made)


def count_words(work: Work, said: AttemptRecord) -> None:
    """Rate anew the review that words count for, where they were graded or overridden only after it."""
    reviews = work.reviews.of_item(said.item_id)
    mine = [review for review in reviews if said.id in {line.id for line in _words_for(work, review)}]
    made = work.submissions.get(mine[0].attempt_id) if mine else None
    if made is not None and made.score is not None:
        _keep(work, mine[0], made.score)


def _keep(work: Work, review: ReviewRecord, made: float) -> None:
    # Who gave up did not know it, whatever was said.
    score = with_narration(made, _said(work, review)) if made else 0.0
    rating = rate(score, review.seconds_used, review.seconds_allotted).number
    work.reviews.put([replace(review, score=score, rating=rating)])
    rebuild_card(work, review.item_id)


def _said(work: Work, review: ReviewRecord) -> float | None:
    """The score of what was said, each part's latest words; None where nothing was, or it is not graded yet."""
    scores = [line.score for line in _words_for(work, review) if line.score is not None]
    return sum(scores) / len(scores) if scores else None


def _words_for(work: Work, review: ReviewRecord) -> list[AttemptLine]:
    """The latest words to each part that count for a review: before it about a program, around it about a drawing."""
    drawn = is_architecture(review.item_id)
    others = [one.reviewed_at for one in work.reviews.of_item(review.item_id) if one.attempt_id != review.attempt_id]
    begin = max((at for at in others if at < review.reviewed_at), default=None)
    first = begin + _ABOUT_THE_LAST if begin and drawn else begin
    last = review.reviewed_at + _ABOUT_THE_LAST if drawn else review.reviewed_at
    latest = {
        line.part: line
        for line in work.attempts.lines(item_id=review.item_id)
        if line.part not in {CODE_PART, BOARD_PART}
        and (first is None or line.answered_at > first)
        and line.answered_at <= last
    }
    return list(latest.values())

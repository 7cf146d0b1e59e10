"""What spaced repetition makes of a coding problem: one review a round, of the code and what was said before it.

A narration counts for the first review at or after it, and of several the latest one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from evalmode.coach import rate, with_narration
from evalmode.practice.cards import rebuild_card
from evalmode.practice.rounds import NARRATION_PART
from evalmode.practice.settings import read_settings
from evalmode.store import ReviewRecord

if TYPE_CHECKING:
    from evalmode.store import AttemptRecord, Work


def count_round(work: Work, attempt: AttemptRecord, code: float) -> None:
    """Count the submission, or the giving up, that ended a round.

    Args:
        work: The transaction.
        attempt: The submission.
        code: What it is worth by itself, in [0, 1].
    """
    review = ReviewRecord(
        attempt_id=attempt.id,
        item_id=attempt.item_id,
        rating=1,
        score=code,
        seconds_allotted=attempt.seconds_allotted,
        seconds_used=attempt.seconds_used,
        desired_retention=read_settings(work).desired_retention,
        reviewed_at=attempt.answered_at,
    )
    _keep(work, review, code)


def count_narration(work: Work, narration: AttemptRecord) -> None:
    """Rate anew the review that a narration counts for, where it was graded or overridden only after that."""
    later = [
        review for review in work.reviews.of_item(narration.item_id) if review.reviewed_at >= narration.answered_at
    ]
    code = work.submissions.get(later[0].attempt_id) if later else None
    if code is not None and code.score is not None:
        _keep(work, later[0], code.score)


def _keep(work: Work, review: ReviewRecord, code: float) -> None:
    # Who gave up did not know it, whatever was said before.
    score = with_narration(code, _said_before(work, review)) if code else 0.0
    rating = rate(score, review.seconds_used, review.seconds_allotted).number
    work.reviews.put([replace(review, score=score, rating=rating)])
    rebuild_card(work, review.item_id)


def _said_before(work: Work, review: ReviewRecord) -> float | None:
    """The score of the latest narration between the review before and this one; None where there is none."""
    earlier = [one.reviewed_at for one in work.reviews.of_item(review.item_id) if one.reviewed_at < review.reviewed_at]
    said = [
        line
        for line in work.attempts.lines(item_id=review.item_id)
        if line.part == NARRATION_PART
        and line.answered_at <= review.reviewed_at
        and (not earlier or line.answered_at > earlier[-1])
    ]
    return said[-1].score if said else None

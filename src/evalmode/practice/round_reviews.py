"""What spaced repetition makes of a problem: one review a round, of the code and what was said before it together."""

from __future__ import annotations

from dataclasses import replace

from evalmode.coach import rate, with_narration
from evalmode.practice.cards import rebuild_card
from evalmode.practice.rounds import narration_of, within
from evalmode.practice.settings import read_settings
from evalmode.store import AttemptRecord, CodeRoundRecord, ReviewRecord, Work


def score_round(work: Work, code: float, present: CodeRoundRecord) -> float:
    """The score of a round: of the code, in [0, 1], together with what was said before it."""
    said = narration_of(work, present)
    return with_narration(code, said.score if said else None)


def count_round(work: Work, attempt: AttemptRecord, score: float) -> None:
    """Count the submission, or the giving up, that ended a round.

    Args:
        work: The transaction.
        attempt: The submission.
        score: Of the whole round, in [0, 1].
    """
    review = ReviewRecord(
        attempt_id=attempt.id,
        item_id=attempt.item_id,
        rating=rate(score, attempt.seconds_used, attempt.seconds_allotted).number,
        score=score,
        seconds_allotted=attempt.seconds_allotted,
        seconds_used=attempt.seconds_used,
        desired_retention=read_settings(work).desired_retention,
        reviewed_at=attempt.answered_at,
    )
    work.reviews.put([review])
    rebuild_card(work, attempt.item_id)


def count_narration(work: Work, narration: AttemptRecord) -> None:
    """Let a narration, graded or overridden after its round was over, count in the round's review."""
    present = work.code_rounds.get(narration.item_id)
    said = narration_of(work, present)
    if present.finished_at is None or said is None or said.id != narration.id:
        return
    for review in work.reviews.of_item(narration.item_id):
        code = work.code_attempts.get(review.attempt_id)
        if code is None or code.state != "judged" or code.score is None or not within(review.reviewed_at, present):
            continue
        score = with_narration(code.score, said.score)
        rating = rate(score, review.seconds_used, review.seconds_allotted).number
        work.reviews.put([replace(review, score=score, rating=rating)])
        rebuild_card(work, narration.item_id)

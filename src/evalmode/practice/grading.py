"""Having a stored attempt judged, and storing the verdict beside it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from evalmode.core import EvalmodeError
from evalmode.practice.asking import find_turn
from evalmode.practice.memory import review_if_complete
from evalmode.practice.phrasings import as_taught
from evalmode.practice.verdicts import keep, score_of
from evalmode.store import AttemptRecord, GradeRecord

if TYPE_CHECKING:
    from evalmode.practice.practice import Practice

log = logging.getLogger(__name__)


def grade_attempt(p: Practice, attempt: AttemptRecord) -> str:
    """Judge an attempt that is stored already, and count the review where it completes one.

    An attempt that has a verdict keeps it. When judging fails the attempt stays as it is, for a later start to take up.

    Returns:
        Why it could not be judged, in a sentence for the candidate; empty when it was.
    """
    turn = find_turn(p.bank, attempt.item_id, attempt.part)
    if turn is None:
        return "This question is no longer in the bank, so the answer is kept without a grade."
    try:
        grade = p.grader.grade(as_taught(p, turn.gradable), attempt.answer)
    except EvalmodeError as error:
        log.warning("Attempt %s could not be graded: %s", attempt.id, error)
        return f"Your answer is kept and will be graded later. {error}"
    except Exception:  # whatever a grader stumbles over, the answer is kept and the candidate goes on
        log.exception("The grader failed on attempt %s", attempt.id)
        return "Your answer is kept, but the grader failed on it; it will be tried again at the next start."
    verdict = keep(turn.gradable, grade)
    with p.store.write(p.learner) as work:
        if work.grades.latest(attempt.id) is None:
            document = verdict.model_dump(mode="json")
            work.grades.put_new([GradeRecord(attempt.id, 1, grade.score, document, grade.grader, p.clock.now())])
            work.attempts.set_score(attempt.id, score_of(grade.score, verdict, work.overrides.said(attempt.id)))
        review_if_complete(work, attempt)
    return ""

"""Having a stored submission judged, and storing the judgement beside it."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from evalmode.bank import CodeItem
from evalmode.core import CodeVerdict, EvalmodeError
from evalmode.practice.asking import find_item, is_problem
from evalmode.practice.coding.judgements import score_judgement, view_judgement
from evalmode.practice.round_reviews import count_round
from evalmode.practice.rounds import finish_round, within

if TYPE_CHECKING:
    from evalmode.practice.practice import Practice
    from evalmode.practice.values import JudgementView
    from evalmode.store import AttemptRecord, Work

log = logging.getLogger(__name__)


def judge_attempt(p: Practice, attempt: AttemptRecord) -> str:
    """Judge a submission that is stored already, and count the review where it ends a round.

    A submission that has a judgement keeps it. Where the judge fails, or says that it failed, the submission stays as
    it is, for a later start to take up: that is never held against the candidate.

    Returns:
        Why it could not be judged, in a sentence for the candidate; empty when it was.
    """
    item = find_item(p.bank, attempt.item_id)
    if not isinstance(item, CodeItem):
        return "This problem is no longer in the bank, so the program is kept without a verdict."
    try:
        judgement = p.judge.judge(item, attempt.text)
    except EvalmodeError as error:
        log.warning("Submission %s could not be judged: %s", attempt.id, error)
        return f"Your program is kept and will be judged later. {error}"
    except Exception:  # whatever a judge stumbles over, the program is kept and the candidate goes on
        log.exception("The judge failed on submission %s", attempt.id)
        return "Your program is kept, but the judge failed on it; it will be tried again at the next start."
    if judgement.verdict is CodeVerdict.INTERNAL_ERROR:
        log.error("The judge gave up on submission %s: %s", attempt.id, judgement.message)
        return "Your program is kept, but judging it failed, which is our fault; the next start tries it again."
    with p.store.write(p.learner) as work:
        _settle(p, work, attempt, view_judgement(judgement))
    return ""


def resume_judging(p: Practice) -> int:
    """Judge what was stored and never judged, of every learner, because the process was killed or the judge failed.

    Returns:
        How many submissions have a verdict now that had none.
    """
    judged = 0
    for learner in p.store.learners():
        theirs = replace(p, learner=learner)
        with p.store.read(learner) as work:
            waiting = work.submissions.waiting()
            attempts = [work.attempts.get(attempt_id) for attempt_id in waiting]
        programs = [one for one in attempts if one is not None and is_problem(one.item_id)]
        judged += sum(not judge_attempt(theirs, attempt) for attempt in programs)
    return judged


def _settle(p: Practice, work: Work, attempt: AttemptRecord, judgement: JudgementView) -> None:
    """Store a judgement, its score, and what follows from it for the round."""
    code = work.submissions.get(attempt.id)
    if code is None or code.state != "waiting":
        return  # deleted meanwhile, or judged by another process
    present = work.rounds.get(attempt.item_id)
    score = score_judgement(judgement, hints=code.hints, tries=code.tries, revealed=code.revealed)
    judged = replace(
        code,
        state="judged",
        verdict=judgement.verdict.value,
        score=score,
        ratio=judgement.reference_ratio,
        judgement=judgement.model_dump(mode="json"),
        judged_at=p.clock.now(),
    )
    work.submissions.put([judged])
    work.attempts.set_score(attempt.id, score)
    if judgement.verdict is CodeVerdict.ACCEPTED and within(attempt.answered_at, present) and not present.finished_at:
        finish_round(work, present, attempt.answered_at, revealed=False)
        count_round(work, attempt, score)

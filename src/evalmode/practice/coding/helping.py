"""Hints, and giving up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from evalmode.coach import end_of_day
from evalmode.core import ConflictError, NotFoundError
from evalmode.practice.asking import problem_item
from evalmode.practice.coding.problems import open_problem
from evalmode.practice.coding.programs import starter_of
from evalmode.practice.coding.submitting import new_attempt
from evalmode.practice.round_reviews import count_round
from evalmode.practice.rounds import finish_round, open_round, submissions_of, tries_of, typed_in
from evalmode.practice.values import HintRequest, HintsTaken, ProblemView
from evalmode.store import RoundRecord, SubmissionRecord

if TYPE_CHECKING:
    from evalmode.bank import CodeItem
    from evalmode.practice.practice import Practice
    from evalmode.store import Work


def take_hint(p: Practice, name: str, request: HintRequest) -> HintsTaken:
    """Take the next hint of a problem; one that was taken already is told again and costs nothing more.

    Raises:
        NotFoundError: There is no such problem, or it has no such hint.
        ConflictError: An earlier hint comes first.
    """
    item = problem_item(p.bank, name)
    if request.number > len(item.hints):
        raise NotFoundError(f"This problem has {len(item.hints)} hints.", hint="The reference says the rest.")
    with p.store.write(p.learner) as work:
        present = open_round(p, work, str(item.item_id))
        if request.number > present.hints + 1:
            raise ConflictError("An earlier hint comes first.", hint=f"Ask for hint {present.hints + 1}.")
        taken = max(present.hints, request.number)
        if taken > present.hints:
            work.rounds.put([replace(present, hints=taken)])
    return HintsTaken(hints=item.hints[:taken], total=len(item.hints))


def reveal_reference(p: Practice, name: str) -> ProblemView:
    """Show the reference solution, which ends the round.

    It counts as not remembered, unless the problem was passed before and is not due: then it is only looked at.

    Raises:
        NotFoundError: There is no such problem.
    """
    item = problem_item(p.bank, name)
    with p.store.write(p.learner) as work:
        present = open_round(p, work, str(item.item_id))
        if present.finished_at is None and _gives_up(p, work, item):
            _give_up(p, work, item, present)
        finish_round(work, present, p.clock.now(), revealed=True)
    return open_problem(p, name)


def _gives_up(p: Practice, work: Work, item: CodeItem) -> bool:
    item_id = str(item.item_id)
    if not any(line.verdict == "accepted" for line in work.submissions.lines(item_id)):
        return True
    card = work.cards.get(item_id)
    return card is None or card.due < end_of_day(p.clock.now(), p.zone)


def _give_up(p: Practice, work: Work, item: CodeItem, present: RoundRecord) -> None:
    """Keep what stood in the editor as an attempt that is worth nothing."""
    typed = typed_in(work.item_drafts.get(present.item_id), present, starter_of(item))
    attempt = replace(new_attempt(item, typed, 0.0, p.clock.now()), score=0.0)
    work.attempts.put_new([attempt])
    tries = 1 + tries_of(submissions_of(work, present))
    code = SubmissionRecord(
        attempt.id, "given_up", present.hints, tries, revealed=True, score=0.0, judged_at=p.clock.now()
    )
    work.submissions.put_new([code])
    count_round(work, attempt, 0.0)

"""Beginning anew: the starter in the editor, no hints taken, the reference out of sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.practice.asking import is_problem, problem_item
from evalmode.practice.values import ResetReport, ResetRequest
from evalmode.store import RoundRecord

if TYPE_CHECKING:
    from evalmode.practice.practice import Practice
    from evalmode.store import Work


def reset_problem(p: Practice, name: str, request: ResetRequest) -> ResetReport:
    """Begin a problem anew; attempts and what is remembered stay, unless they are asked to go.

    Raises:
        NotFoundError: There is no such problem.
    """
    item_id = str(problem_item(p.bank, name).item_id)
    with p.store.write(p.learner) as work:
        deleted = _reset(p, work, item_id, history=request.history)
    return ResetReport(problems=1, attempts=deleted)


def reset_all_problems(p: Practice, request: ResetRequest) -> ResetReport:
    """Begin all problems anew on which anything was done, those that left the bank included."""
    with p.store.write(p.learner) as work:
        begun = {one.item_id for one in work.rounds.all()} | work.item_drafts.saved()
        begun |= {line.item_id for line in work.attempts.lines() if is_problem(line.item_id)}
        problems = sorted(begun)
        deleted = sum(_reset(p, work, item_id, history=request.history) for item_id in problems)
    return ResetReport(problems=len(problems), attempts=deleted)


def _reset(p: Practice, work: Work, item_id: str, *, history: bool) -> int:
    work.rounds.put([RoundRecord(item_id, begun_at=p.clock.now())])
    work.item_drafts.clear(item_id)
    if not history:
        return 0
    work.cards.drop(item_id)
    return work.attempts.delete_of(item_id)

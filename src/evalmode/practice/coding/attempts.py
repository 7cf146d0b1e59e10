"""Submissions after they were made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.bank import CodeItem
from evalmode.core import CodeVerdict, ItemId, NotFoundError
from evalmode.practice.asking import find_item, is_problem, problem_item
from evalmode.practice.cards import view_review
from evalmode.practice.coding.programs import solution_of
from evalmode.practice.rounds import current_round
from evalmode.practice.values import CodeAttemptBrief, CodeFeedback, JudgementView, MemoryView, SolutionView

if TYPE_CHECKING:
    from evalmode.practice.practice import Practice
    from evalmode.store import AttemptRecord, Work

_WAITS = "Your program is kept and waits to be judged."


def get_code_attempt(p: Practice, attempt_id: str, *, failure: str = "") -> CodeFeedback:
    """A submission with its program and all that is known about it.

    Args:
        p: The practice.
        attempt_id: The submission.
        failure: Why it could not be judged just now, where it could not.

    Raises:
        NotFoundError: There is no such submission.
    """
    with p.store.read(p.learner) as work:
        attempt, code = work.attempts.get(attempt_id), work.submissions.get(attempt_id)
        if attempt is None or code is None or not is_problem(attempt.item_id):
            raise NotFoundError(f"There is no submission {attempt_id!r}.")
        return CodeFeedback(
            attempt_id=attempt.id,
            problem=ItemId.parse(attempt.item_id).slug,
            item_id=attempt.item_id,
            title=attempt.title,
            source=attempt.text,
            answered_at=attempt.answered_at,
            seconds_allotted=attempt.seconds_allotted,
            seconds_used=attempt.seconds_used,
            hints=code.hints,
            tries=code.tries,
            revealed=code.revealed,
            state=code.state,
            says=(failure or _WAITS) if code.state == "waiting" else "",
            score=code.score,
            judgement=JudgementView.model_validate(code.judgement) if code.judgement is not None else None,
            memory=_memory(work, attempt),
            solution=_solution(p, work, attempt.item_id),
        )


def code_attempts(p: Practice, name: str) -> tuple[CodeAttemptBrief, ...]:
    """All attempts at a problem, newest first.

    Raises:
        NotFoundError: There is no such problem.
    """
    item = problem_item(p.bank, name)
    with p.store.read(p.learner) as work:
        lines = work.submissions.lines(str(item.item_id))
    return tuple(
        CodeAttemptBrief(
            attempt_id=line.attempt_id,
            answered_at=line.answered_at,
            state=line.state,
            verdict=CodeVerdict(line.verdict) if line.verdict else None,
            score=line.score,
            reference_ratio=line.ratio,
            seconds_used=line.seconds_used,
            hints=line.hints,
        )
        for line in reversed(lines)
    )


def _memory(work: Work, attempt: AttemptRecord) -> MemoryView | None:
    review = work.reviews.get(attempt.id)
    return view_review(review, work.reviews.of_item(attempt.item_id)) if review else None


def _solution(p: Practice, work: Work, item_id: str) -> SolutionView | None:
    item = find_item(p.bank, item_id)
    if not isinstance(item, CodeItem) or current_round(p, work, item_id).finished_at is None:
        return None
    return solution_of(item)

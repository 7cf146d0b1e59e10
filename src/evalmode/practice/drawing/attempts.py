"""Drawings after they were handed in."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pydantic import TypeAdapter

from evalmode.bank import BoardItem
from evalmode.board.values import BoardCheck, BoardVerdict
from evalmode.core import ItemId, NotFoundError
from evalmode.practice.asking import board_item, find_item, is_architecture
from evalmode.practice.cards import view_review
from evalmode.practice.drawing.references import solution_of
from evalmode.practice.drawing.sheets import unpack_sheet
from evalmode.practice.rounds import current_round
from evalmode.practice.values import BoardSolution, DrawingAttemptBrief, DrawingFeedback, MemoryView

if TYPE_CHECKING:
    from evalmode.practice.practice import Practice
    from evalmode.store import AttemptRecord, Work

_CHECK = TypeAdapter(BoardCheck)
_WAITS = "Your drawing is kept and waits to be checked."


def get_drawing_attempt(p: Practice, attempt_id: str, *, failure: str = "") -> DrawingFeedback:
    """A drawing that was handed in, with all that is known about it.

    Args:
        p: The practice.
        attempt_id: The attempt.
        failure: Why it could not be checked just now, where it could not.

    Raises:
        NotFoundError: There is no such attempt.
    """
    with p.store.read(p.learner) as work:
        attempt, kept = work.attempts.get(attempt_id), work.submissions.get(attempt_id)
        if attempt is None or kept is None or not is_architecture(attempt.item_id):
            raise NotFoundError(f"There is no drawing {attempt_id!r}.")
        return DrawingFeedback(
            attempt_id=attempt.id,
            architecture=ItemId.parse(attempt.item_id).slug,
            item_id=attempt.item_id,
            title=attempt.title,
            sheet=unpack_sheet(attempt.text),
            answered_at=attempt.answered_at,
            seconds_allotted=attempt.seconds_allotted,
            seconds_used=attempt.seconds_used,
            hints=kept.hints,
            tries=kept.tries,
            revealed=kept.revealed,
            state=kept.state,
            says=(failure or _WAITS) if kept.state == "waiting" else "",
            score=kept.score,
            check=_CHECK.validate_python(kept.judgement) if kept.judgement is not None else None,
            memory=_memory(work, attempt),
            solution=_solution(p, work, attempt.item_id),
        )


def drawing_attempts(p: Practice, name: str) -> tuple[DrawingAttemptBrief, ...]:
    """All attempts at an architecture, newest first.

    Raises:
        NotFoundError: There is no such architecture.
    """
    item = board_item(p.bank, name)
    with p.store.read(p.learner) as work:
        lines = work.submissions.lines(str(item.item_id))
    return tuple(
        DrawingAttemptBrief(
            attempt_id=line.attempt_id,
            answered_at=line.answered_at,
            state=line.state,
            verdict=cast("BoardVerdict", line.verdict) if line.verdict else None,
            score=line.score,
            seconds_used=line.seconds_used,
            hints=line.hints,
        )
        for line in reversed(lines)
    )


def _memory(work: Work, attempt: AttemptRecord) -> MemoryView | None:
    review = work.reviews.get(attempt.id)
    return view_review(review, work.reviews.of_item(attempt.item_id)) if review else None


def _solution(p: Practice, work: Work, item_id: str) -> BoardSolution | None:
    item = find_item(p.bank, item_id)
    if not isinstance(item, BoardItem) or current_round(p, work, item_id).finished_at is None:
        return None
    return solution_of(item)

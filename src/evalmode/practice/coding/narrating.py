"""Saying how one would go about it, before writing code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.bank import turns_of
from evalmode.core import clean_text, new_id
from evalmode.practice.asking import problem_item
from evalmode.practice.feedback import feedback_of
from evalmode.practice.grading import grade_attempt
from evalmode.practice.rounds import NARRATION_PART, open_round
from evalmode.store import AttemptRecord

if TYPE_CHECKING:
    from evalmode.practice.practice import Practice
    from evalmode.practice.values import Feedback, NarrationRequest


def narrate(p: Practice, name: str, request: NarrationRequest) -> Feedback:
    """Take a narration: it is stored and graded like any answer, and counts together with the code that follows.

    Raises:
        NotFoundError: There is no such problem.
        InputError: The text is too long.
    """
    item = problem_item(p.bank, name)
    (turn,) = turns_of(item)
    attempt = AttemptRecord(
        id=new_id(),
        session_id=None,
        position=None,
        item_id=str(item.item_id),
        part=NARRATION_PART,
        title=item.title,
        prompt=turn.gradable.question,
        text=clean_text(request.text),
        carried="",
        late_text=None,
        spoken=request.spoken,
        seconds_allotted=turn.gradable.seconds,
        seconds_used=request.seconds_used,
        answered_at=p.clock.now(),
    )
    with p.store.write(p.learner) as work:
        open_round(p, work, attempt.item_id)
        work.attempts.put_new([attempt])
    failure = grade_attempt(p, attempt)
    return feedback_of(p, attempt.id, failure=failure)

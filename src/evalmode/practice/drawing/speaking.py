"""Trade-offs and probes: what is said about a drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.bank import turns_of
from evalmode.core import NotFoundError, clean_text, new_id
from evalmode.practice.asking import board_item
from evalmode.practice.feedback import feedback_of
from evalmode.practice.grading import grade_attempt
from evalmode.practice.rounds import open_round
from evalmode.store import AttemptRecord

if TYPE_CHECKING:
    from evalmode.practice.practice import Practice
    from evalmode.practice.values import Feedback, SpokenAnswerRequest


def say_about_drawing(p: Practice, name: str, part: str, request: SpokenAnswerRequest) -> Feedback:
    """Take an answer in words: it is stored and graded like any other, and counts together with the drawing.

    Raises:
        NotFoundError: There is no such architecture, or nothing of that name is asked about it.
        InputError: The text is too long.
    """
    item = board_item(p.bank, name)
    turn = next((one for one in turns_of(item) if one.part == part), None)
    if turn is None:
        known = ", ".join(one.part for one in turns_of(item))
        raise NotFoundError(f"Nothing called {part!r} is asked about {item.title}.", hint=f"There are {known}.")
    attempt = AttemptRecord(
        id=new_id(),
        session_id=None,
        position=None,
        item_id=str(item.item_id),
        part=part,
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

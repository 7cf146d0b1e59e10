"""One question at a time: asking it, keeping what is typed, and taking the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.core import ConflictError, NotFoundError, clean_text, new_id
from evalmode.practice.asking import find_question, find_turn
from evalmode.practice.feedback import feedback_of
from evalmode.practice.grading import grade_attempt
from evalmode.practice.sessions import finish_if_done, read_view, require_session, skip
from evalmode.practice.timing import Counted, count, in_time_until
from evalmode.practice.values import (
    AnswerRequest,
    DraftRequest,
    DraftSaved,
    EarlierPart,
    Feedback,
    Mode,
    SessionView,
    TurnState,
    TurnView,
)
from evalmode.store import AttemptRecord, DraftRecord, TurnRecord, Work

if TYPE_CHECKING:
    from datetime import datetime

    from evalmode.bank import GradedItem, Turn
    from evalmode.practice.practice import Practice


def ask_turn(p: Practice, session_id: str, position: int) -> TurnView:
    """Put a question to the candidate. Its clock starts the first time; asking again changes nothing.

    Raises:
        NotFoundError: There is no such session or turn.
        ConflictError: An earlier part of the same question is still open, or the question has left the bank.
    """
    with p.store.write(p.learner) as work:
        session = require_session(work, session_id)
        turns = work.turns.of_session(session_id)
        turn = _at(turns, position)
        item, asked = _in_bank(p, turn)
        if turn.state == "waiting":
            _require_earlier_parts(turns, turn)
            work.turns.start_clock(session_id, position, p.clock.now())
            turn = _at(work.turns.of_session(session_id), position)
        if turn.state == "asked" and turn.asked_at is not None:
            until = in_time_until(Mode(session.mode), turn.asked_at, turn.seconds)
            work.drafts.put_new([DraftRecord(session_id, position, in_time_until=until)])
        attempts = work.attempts.of_session(session_id)
        draft = work.drafts.get(session_id, position) or DraftRecord(session_id, position)
    mine = next((attempt for attempt in attempts if attempt.position == position), None)
    running = max(0.0, (p.clock.now() - turn.asked_at).total_seconds()) if turn.asked_at else 0.0
    return TurnView(
        session_id=session_id,
        position=position,
        total=len(turns),
        item_id=turn.item_id,
        part=turn.part,
        title=turn.title,
        prompt=asked.gradable.question,
        topics=item.topics,
        level=item.level,
        mode=Mode(session.mode),
        state=TurnState(turn.state),
        seconds=turn.seconds,
        seconds_used=mine.seconds_used if mine else running,
        draft=mine.text if mine else draft.text,
        draft_revision=draft.revision,
        earlier=tuple(
            EarlierPart(part=one.part, prompt=one.prompt, answer=one.text)
            for one in attempts
            if one.item_id == turn.item_id and one.position is not None and one.position < position
        ),
    )


def save_draft(p: Practice, session_id: str, position: int, request: DraftRequest) -> DraftSaved:
    """Keep what is typed so far. Sending the same text again is harmless.

    Raises:
        NotFoundError: There is no such session or turn.
        ConflictError: Another tab saved a newer text, or the turn is not open for drafts.
        InputError: The text is too long.
    """
    text = clean_text(request.text)
    now = p.clock.now()
    saved = p.store.save_draft(
        p.learner, session_id, position, text, revision=request.revision, force=request.force, now=now
    )
    if saved is not None:
        return DraftSaved(revision=saved, saved_at=now)
    return _explain_refusal(p, session_id, position, text)


def answer_turn(p: Practice, session_id: str, position: int, request: AnswerRequest) -> Feedback:
    """Take the final answer: it is stored, then graded.

    The same answer sent again gives the same feedback. Under pressure, an answer that arrives more than five seconds
    late is kept, but what is graded is the last draft saved in time.

    Raises:
        NotFoundError: There is no such session or turn.
        ConflictError: It was answered otherwise already, skipped or never asked, or another tab saved a newer text.
        InputError: The text is too long; the draft stays.
    """
    text = clean_text(request.text)
    with p.store.write(p.learner) as work:
        session = require_session(work, session_id)
        turns = work.turns.of_session(session_id)
        turn = _at(turns, position)
        attempt = work.attempts.at(session_id, position)
        if attempt is None:
            draft = work.drafts.get(session_id, position) or DraftRecord(session_id, position)
            asked_at = _require_answerable(turn, draft, text, request.revision)
            mode, now = Mode(session.mode), p.clock.now()
            counted = count(mode, draft, text, seconds=turn.seconds, asked_at=asked_at, now=now)
            attempt = _attempt(p, work, turn, counted, spoken=request.spoken)
            work.attempts.put_new([attempt])
            work.turns.close(session_id, [position], state="answered")
            work.drafts.close(session_id, [position])
            finish_if_done(p, work, session_id)
        elif text not in {attempt.text, attempt.late_text}:
            raise ConflictError(
                "This question was already answered, perhaps in another tab.",
                hint="Reload to see the feedback on that answer.",
            )
    failure = grade_attempt(p, attempt) if attempt.score is None else ""
    return feedback_of(p, attempt.id, failure=failure)


def skip_turn(p: Practice, session_id: str, position: int) -> SessionView:
    """Go on without an answer. Skipping again changes nothing.

    Raises:
        NotFoundError: There is no such session or turn.
        ConflictError: It was answered.
    """
    with p.store.write(p.learner) as work:
        require_session(work, session_id)
        if _at(work.turns.of_session(session_id), position).state == "answered":
            raise ConflictError("This question was already answered, perhaps in another tab.", hint="Reload the page.")
        skip(p, work, session_id, [position])
        return read_view(work, session_id)


def stop_deeper(p: Practice, session_id: str, position: int) -> SessionView:
    """Skip the parts of a deep question that are still to come after, or at, this turn.

    Raises:
        NotFoundError: There is no such session or turn.
    """
    with p.store.write(p.learner) as work:
        require_session(work, session_id)
        turns = work.turns.of_session(session_id)
        item_id = _at(turns, position).item_id
        skip(p, work, session_id, [turn.position for turn in turns if turn.item_id == item_id])
        return read_view(work, session_id)


def _at(turns: list[TurnRecord], position: int) -> TurnRecord:
    if not 0 <= position < len(turns):
        raise NotFoundError(
            f"This session has no question {position}.", hint=f"Its questions are 0 to {len(turns) - 1}."
        )
    return turns[position]


def _require_earlier_parts(turns: list[TurnRecord], turn: TurnRecord) -> None:
    if any(one.state in {"waiting", "asked"} for one in turns[: turn.position] if one.item_id == turn.item_id):
        raise ConflictError("An earlier part of this question is still open.", hint="Answer it first, or skip it.")


def _in_bank(p: Practice, turn: TurnRecord) -> tuple[GradedItem, Turn]:
    item, asked = find_question(p.bank, turn.item_id), find_turn(p.bank, turn.item_id, turn.part)
    if item is None or asked is None:
        raise ConflictError(f"The question {turn.title!r} is no longer in the bank.", hint="Skip it.")
    return item, asked


def _require_answerable(turn: TurnRecord, draft: DraftRecord, text: str, revision: int | None) -> datetime:
    if turn.state == "skipped":
        raise ConflictError("This question was skipped.", hint="Practise it again from the library.")
    if turn.asked_at is None:
        raise _not_asked()
    if revision is not None and revision < draft.revision and text != draft.text:
        raise _newer_draft()
    return turn.asked_at


def _not_asked() -> ConflictError:
    return ConflictError("This question has not been asked yet.", hint="Open it first; that starts its clock.")


def _newer_draft() -> ConflictError:
    return ConflictError(
        "A newer text for this question was saved, perhaps in another tab.",
        hint="Reload to see it, or save this one anyway.",
    )


def _attempt(p: Practice, work: Work, turn: TurnRecord, counted: Counted, *, spoken: bool) -> AttemptRecord:
    asked = find_turn(p.bank, turn.item_id, turn.part)
    return AttemptRecord(
        id=new_id(),
        session_id=turn.session_id,
        position=turn.position,
        item_id=turn.item_id,
        part=turn.part,
        title=turn.title,
        prompt=asked.gradable.question if asked else turn.title,
        text=counted.text,
        carried="\n\n".join(_carried(work, turn, asked)) if asked else "",
        late_text=counted.late_text,
        spoken=spoken,
        seconds_allotted=turn.seconds,
        seconds_used=counted.seconds_used,
        answered_at=p.clock.now(),
    )


def _carried(work: Work, turn: TurnRecord, asked: Turn) -> list[str]:
    earlier = work.attempts.of_session(turn.session_id)
    return [
        one.text for one in earlier if one.item_id == turn.item_id and one.part in asked.carries and one.text.strip()
    ]


def _explain_refusal(p: Practice, session_id: str, position: int, text: str) -> DraftSaved:
    """Why a draft was not saved; a draft whose receipt was lost on the way gets it again."""
    with p.store.read(p.learner) as work:
        require_session(work, session_id)
        turn = _at(work.turns.of_session(session_id), position)
        draft = work.drafts.get(session_id, position)
    if turn.state == "answered":
        raise ConflictError("This question was already answered, perhaps in another tab.", hint="Reload the page.")
    if turn.state == "skipped":
        raise ConflictError("This question was skipped, perhaps in another tab.", hint="Reload the page.")
    if draft is None:
        raise _not_asked()
    if draft.saved_at is not None and draft.text == text:
        return DraftSaved(revision=draft.revision, saved_at=draft.saved_at)
    raise _newer_draft()

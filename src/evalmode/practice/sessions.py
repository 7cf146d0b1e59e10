"""Sessions: choosing what is asked, and looking at how far it got."""

from __future__ import annotations

import secrets
from contextlib import suppress
from typing import TYPE_CHECKING

from evalmode.bank import GradedItem, Turn, turns_of
from evalmode.core import InputError, NotFoundError, UnavailableError, new_id
from evalmode.practice.asking import GRADED_KINDS, graded_item
from evalmode.practice.choosing import choose_items
from evalmode.practice.memory import review_if_complete
from evalmode.practice.phrasings import as_taught
from evalmode.practice.summary import summary_of
from evalmode.practice.values import Mode, SessionRequest, SessionSummary, SessionView, TurnBrief, TurnState
from evalmode.store import AttemptLine, SessionKind, SessionRecord, TurnRecord, Work

if TYPE_CHECKING:
    from collections.abc import Iterable

    from evalmode.practice.practice import Practice

_OPEN = {"waiting", "asked"}


def start_session(p: Practice, request: SessionRequest) -> SessionView:
    """Choose questions and open a session with them.

    Raises:
        NotFoundError: A topic or an item that does not exist.
        InputError: Nothing fits the request.
    """
    seed = secrets.randbits(31)
    with p.store.write(p.learner) as work:
        kind: SessionKind = request.kind
        if request.items:
            kind, items = _named(p, request)
        else:
            items = choose_items(p, work, request, seed)
        session = SessionRecord(
            id=new_id(),
            kind=kind,
            mode=request.mode.value,
            seed=seed,
            request=request.model_dump(mode="json"),
            created_at=p.clock.now(),
        )
        asked = [(item, turn) for item in items for turn in turns_of(item)]
        turns = [
            TurnRecord(session.id, position, str(turn.item_id), turn.part, item.title, turn.gradable.seconds)
            for position, (item, turn) in enumerate(asked)
        ]
        work.sessions.put_new([session])
        work.turns.put_new(turns)
    _warm(p, [turn for _, turn in asked])
    _warm(p, [turn for _, turn in asked])
    return view_session(session, turns, ())


def get_session(p: Practice, session_id: str) -> SessionView:
    """A session as it stands.

    Raises:
        NotFoundError: There is no such session.
    """
    with p.store.read(p.learner) as work:
        return read_view(work, session_id)


def open_sessions(p: Practice) -> tuple[SessionView, ...]:
    """Sessions that are not finished, newest first."""
    with p.store.read(p.learner) as work:
        sessions = work.sessions.open()
        ids = [session.id for session in sessions]
        turns, lines = work.turns.of_sessions(ids), work.attempts.lines(session_ids=ids)
    return tuple(
        view_session(
            session,
            [turn for turn in turns if turn.session_id == session.id],
            [line for line in lines if line.session_id == session.id],
        )
        for session in sessions
    )


def finish_session(p: Practice, session_id: str) -> SessionSummary:
    """End a session: what was not answered counts as skipped. Ending it again changes nothing.

    Raises:
        NotFoundError: There is no such session.
    """
    with p.store.write(p.learner) as work:
        require_session(work, session_id)
        skip(p, work, session_id, [turn.position for turn in work.turns.of_session(session_id)])
        work.sessions.finish(session_id, p.clock.now())
    return summarise(p, session_id)


def summarise(p: Practice, session_id: str) -> SessionSummary:
    """What a session came to, as far as it got.

    Raises:
        NotFoundError: There is no such session.
    """
    with p.store.read(p.learner) as work:
        return summary_of(p.bank, work, read_view(work, session_id))


def require_session(work: Work, session_id: str) -> SessionRecord:
    """The session of that id.

    Raises:
        NotFoundError: The learner has none.
    """
    session = work.sessions.get(session_id)
    if session is None:
        raise NotFoundError(f"There is no session {session_id!r}.", hint="Start a new one.")
    return session


def skip(p: Practice, work: Work, session_id: str, positions: Iterable[int]) -> None:
    """Close turns without an answer, and count the items whose last open part that was."""
    positions = list(positions)
    work.turns.close(session_id, positions, state="skipped")
    work.drafts.close(session_id, positions)
    for attempt in {one.item_id: one for one in work.attempts.of_session(session_id)}.values():
        review_if_complete(work, attempt)
    finish_if_done(p, work, session_id)


def finish_if_done(p: Practice, work: Work, session_id: str) -> None:
    """A session is finished when its last turn is closed."""
    if all(turn.state not in _OPEN for turn in work.turns.of_session(session_id)):
        work.sessions.finish(session_id, p.clock.now())


def read_view(work: Work, session_id: str) -> SessionView:
    """A session within a transaction."""
    session = require_session(work, session_id)
    return view_session(session, work.turns.of_session(session_id), work.attempts.lines(session_ids=[session_id]))


def view_session(session: SessionRecord, turns: Iterable[TurnRecord], attempts: Iterable[AttemptLine]) -> SessionView:
    """A session as it is shown."""
    by_position = {attempt.position: attempt for attempt in attempts}
    briefs = [_brief(turn, by_position.get(turn.position)) for turn in turns]
    return SessionView(
        id=session.id,
        kind=session.kind,
        mode=Mode(session.mode),
        created_at=session.created_at,
        finished_at=session.finished_at,
        turns=tuple(briefs),
        position=next((brief.position for brief in briefs if brief.state in _OPEN), None),
    )


def _warm(p: Practice, turns: Iterable[Turn]) -> None:
    """Let the grader prepare; a grader that does not work says so when there is an answer to grade."""
    with suppress(UnavailableError):
        for turn in turns:
            p.grader.warm(as_taught(p, turn.gradable))


def _brief(turn: TurnRecord, attempt: AttemptLine | None) -> TurnBrief:
    return TurnBrief(
        position=turn.position,
        item_id=turn.item_id,
        part=turn.part,
        title=turn.title,
        state=TurnState(turn.state),
        seconds=turn.seconds,
        seconds_used=attempt.seconds_used if attempt else None,
        score=attempt.score if attempt else None,
        attempt_id=attempt.id if attempt else None,
    )


def _named(p: Practice, request: SessionRequest) -> tuple[SessionKind, list[GradedItem]]:
    """The items that were asked for by name; a bare slug means the requested kind where that has it."""
    items: dict[str, GradedItem] = {}
    for name in request.items:
        try:
            item = graded_item(p.bank, name, kinds=(request.kind,))
        except NotFoundError:
            item = graded_item(p.bank, name, kinds=GRADED_KINDS)
        items[str(item.item_id)] = item
    kinds = {item.kind for item in items.values()}
    if len(kinds) > 1:
        raise InputError("A session asks questions of one kind.", hint="Name either rapid or deep ones.")
    return kinds.pop(), list(items.values())

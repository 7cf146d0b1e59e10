"""Sessions, their turns, and the drafts of what is being typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, Text, bindparam, case, or_, update

from evalmode.store import tables
from evalmode.store._repository import Repository, can_be_stored
from evalmode.store.records import DraftRecord, SessionRecord, TurnRecord

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime


class Sessions(Repository[SessionRecord]):
    """A learner's sessions."""

    table = tables.sessions
    record = SessionRecord

    def get(self, session_id: str) -> SessionRecord | None:
        """The session of that id."""
        return self._one(self._select(id=session_id))

    def open(self) -> list[SessionRecord]:
        """Those that are not finished, newest first."""
        query = self._select().where(self.table.c.finished_at.is_(None))
        return self._list(query.order_by(self.table.c.created_at.desc(), self.table.c.id.desc()))

    def finish(self, session_id: str, now: datetime) -> None:
        """Mark it as finished, unless it is."""
        unfinished = self._mine(id=session_id) & self.table.c.finished_at.is_(None)
        self.connection.execute(update(self.table).where(unfinished).values(finished_at=now))


class Turns(Repository[TurnRecord]):
    """The turns of a learner's sessions."""

    table = tables.turns
    record = TurnRecord

    def of_session(self, session_id: str) -> list[TurnRecord]:
        """In the order they are asked."""
        return self._list(self._select(session_id=session_id).order_by(self.table.c.position))

    def of_sessions(self, session_ids: Iterable[str]) -> list[TurnRecord]:
        """Of several sessions at once."""
        query = self._select().where(self.table.c.session_id.in_(list(session_ids)))
        return self._list(query.order_by(self.table.c.session_id, self.table.c.position))

    def start_clock(self, session_id: str, position: int, now: datetime) -> bool:
        """Mark a waiting turn as asked; False where it was not waiting."""
        return self._move(session_id, [position], ("waiting",), state="asked", asked_at=now) == 1

    def close(self, session_id: str, positions: Iterable[int], *, state: str) -> int:
        """Mark turns that are not closed yet as answered or skipped; returns how many those were."""
        return self._move(session_id, list(positions), ("waiting", "asked"), state=state)

    def _move(self, session_id: str, positions: list[int], states: tuple[str, ...], **values: object) -> int:
        where = self._mine(session_id=session_id)
        where &= self.table.c.position.in_(positions) & self.table.c.state.in_(states)
        return self.connection.execute(update(self.table).where(where).values(**values)).rowcount


class Drafts(Repository[DraftRecord]):
    """What is being typed."""

    table = tables.drafts
    record = DraftRecord

    def get(self, session_id: str, position: int) -> DraftRecord | None:
        """The draft of a turn."""
        return self._one(self._select(session_id=session_id, position=position))

    def close(self, session_id: str, positions: Iterable[int]) -> None:
        """Accept no more drafts for these turns."""
        where = self._mine(session_id=session_id) & self.table.c.position.in_(list(positions))
        self.connection.execute(update(self.table).where(where).values(open=False))

    def save(
        self, session_id: str, position: int, text: str, *, revision: int, force: bool, now: datetime
    ) -> int | None:
        """Save a draft in one statement, the check of its revision included.

        Args:
            session_id: The session.
            position: The turn.
            text: What was typed so far.
            revision: The revision it was typed on top of.
            force: Save it whatever the revision.
            now: The moment; decides whether the draft is in time.

        Returns:
            The new revision, or None where nothing was saved: there is no open draft, or another revision.
        """
        values = {
            "mine": self.learner,
            "session": session_id,
            "turn": position,
            "typed": text,
            "on_top_of": revision,
            "force": force,
            "moment": now,
        }
        if not all(can_be_stored(values[name]) for name in ("session", "turn", "on_top_of")):
            return None
        return self.connection.execute(_SAVE, values).scalar_one_or_none()


def _saving() -> Any:  # noqa: ANN401 - the statement's type names the row that it returns
    """The statement that saves a draft; made once, because everybody who types sends it every second."""
    columns = tables.drafts.c
    typed, moment = bindparam("typed", type_=Text), bindparam("moment", type_=tables.UtcTime)
    in_time = columns.in_time_until.is_(None) | (columns.in_time_until >= moment)
    return (
        update(tables.drafts)
        .where(
            columns.learner_id == bindparam("mine"),
            columns.session_id == bindparam("session"),
            columns.position == bindparam("turn"),
            columns.open,
            or_(columns.revision == bindparam("on_top_of"), bindparam("force", type_=Boolean)),
        )
        .values(
            text=typed,
            revision=columns.revision + 1,
            saved_at=moment,
            in_time_text=case((in_time, typed), else_=columns.in_time_text),
        )
        .returning(columns.revision)
    )


_SAVE = _saving()

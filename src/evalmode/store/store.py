"""The store: transactions over one database, each for one learner."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, delete, select
from sqlalchemy.exc import DBAPIError

from evalmode.store import tables
from evalmode.store._repository import insert_into
from evalmode.store.attempts import Attempts, Grades, Overrides, Phrasings
from evalmode.store.engine import Place, open_draft_engine, open_engine, place_of
from evalmode.store.failures import translated
from evalmode.store.memory import Cards, Reviews, SettingsTable
from evalmode.store.schema import copies_of, ensure_schema
from evalmode.store.sessions import Drafts, Sessions, Turns
from evalmode.store.submissions import ItemDrafts, Rounds, Submissions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True)
class Work:
    """One transaction of one learner: all that is read and written through it happens at once or not at all."""

    connection: Connection
    learner: str

    @cached_property
    def sessions(self) -> Sessions:
        """The learner's sessions."""
        return Sessions(self.connection, self.learner)

    @cached_property
    def turns(self) -> Turns:
        """Their turns."""
        return Turns(self.connection, self.learner)

    @cached_property
    def drafts(self) -> Drafts:
        """What is being typed."""
        return Drafts(self.connection, self.learner)

    @cached_property
    def attempts(self) -> Attempts:
        """Answers."""
        return Attempts(self.connection, self.learner)

    @cached_property
    def grades(self) -> Grades:
        """How the answers were graded."""
        return Grades(self.connection, self.learner)

    @cached_property
    def overrides(self) -> Overrides:
        """What the candidate said to that."""
        return Overrides(self.connection, self.learner)

    @cached_property
    def phrasings(self) -> Phrasings:
        """What the grader learnt from that."""
        return Phrasings(self.connection, self.learner)

    @cached_property
    def cards(self) -> Cards:
        """What spaced repetition remembers."""
        return Cards(self.connection, self.learner)

    @cached_property
    def reviews(self) -> Reviews:
        """What it stands on."""
        return Reviews(self.connection, self.learner)

    @cached_property
    def submissions(self) -> Submissions:
        """What only submissions have, of programs and of drawings."""
        return Submissions(self.connection, self.learner)

    @cached_property
    def item_drafts(self) -> ItemDrafts:
        """Programs and drawings that are being made."""
        return ItemDrafts(self.connection, self.learner)

    @cached_property
    def rounds(self) -> Rounds:
        """How far the work on each item got."""
        return Rounds(self.connection, self.learner)

    @cached_property
    def settings(self) -> SettingsTable:
        """What the learner chose."""
        return SettingsTable(self.connection, self.learner)


class Store:
    """An open database.

    Safe to use from several threads; each transaction has a connection of its own.
    """

    def __init__(self, engine: Engine, drafts: Engine, place: Place) -> None:
        self._engine = engine
        # What is read together belongs together; SQLite's transactions are like that by themselves.
        snapshot = {} if place.path else {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        self._reader = engine.execution_options(**snapshot)
        self._drafts = drafts
        self._place = place

    @property
    def name(self) -> str:
        """Where it is, for messages: a path, or a URL without its password."""
        return self._place.name

    @contextmanager
    def read(self, learner: str) -> Iterator[Work]:
        """A transaction that only reads, and sees the database as it was at one moment.

        Raises:
            StorageError: The database refused.
        """
        with translated(self.name), self._reader.connect() as connection, connection.begin():
            yield Work(connection, learner)

    @contextmanager
    def write(self, learner: str) -> Iterator[Work]:
        """A transaction that may write; it is durable when the block is left, and undone when an error leaves it.

        One learner's writing transactions happen one after the other.

        Raises:
            StorageError: The database refused.
        """
        engine = self._engine
        with translated(self.name), engine.connect().execution_options(writes=True) as connection, connection.begin():
            self._lock_learner(connection, learner)
            yield Work(connection, learner)

    def save_draft(
        self, learner: str, session_id: str, position: int, text: str, *, revision: int, force: bool, now: datetime
    ) -> int | None:
        """Save what is being typed; see :meth:`Drafts.save`. The way for everybody's every second.

        Raises:
            StorageError: The database refused.
        """

        def save() -> int | None:
            with self._drafts.connect().execution_options(writes=True) as connection, connection.begin():
                drafts = Drafts(connection, learner)
                return drafts.save(session_id, position, text, revision=revision, force=force, now=now)

        with translated(self.name):
            try:
                return save()
            except DBAPIError as error:
                if not error.connection_invalidated:
                    raise
                # The server cut the connection while it lay idle. Asking each time whether it is still there would
                # double the work; saving the same text twice does no harm.
                return save()

    def learners(self) -> tuple[str, ...]:
        """Everybody who has ever practised."""
        with translated(self.name), self._engine.connect() as connection, connection.begin():
            return tuple(connection.execute(select(tables.learners.c.id).order_by(tables.learners.c.id)).scalars())

    def erase(self, learner: str) -> tuple[int, int]:
        """Delete everything of a learner, copies made before migrations included.

        Returns:
            How many attempts and sessions that was.

        Raises:
            StorageError: The database refused.
        """
        with self.write(learner) as work:
            counts = [len(work.attempts.lines()), len(work.sessions.all())]
            for table in reversed(tables.metadata.sorted_tables):
                owner = table.c.id if table is tables.learners else table.c.learner_id
                work.connection.execute(delete(table).where(owner == learner))
        if self._place.path is not None:
            # Deleted rows are overwritten with zeros (see the engine); what is left of them is in log and copies.
            with translated(self.name), self._engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            for copy in copies_of(self._place.path):
                copy.unlink(missing_ok=True)
        return counts[0], counts[1]

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()
        self._drafts.dispose()

    def _lock_learner(self, connection: Connection, learner: str) -> None:
        """Make sure the learner has a row, and on PostgreSQL hold it: SQLite has one writer at a time anyway."""
        insert = insert_into(connection, tables.learners)
        connection.execute(insert.on_conflict_do_nothing(), {"id": learner, "created_at": datetime.now(UTC)})
        if connection.dialect.name == "postgresql":
            row = select(tables.learners.c.id).where(tables.learners.c.id == learner)
            connection.execute(row.with_for_update(key_share=True))


def open_store(where: str | Path, *, patience: float = 5.0) -> Store:
    """Open a database, making it or bringing it up to date where needed.

    Args:
        where: Path of an SQLite file, or the URL of a PostgreSQL server.
        patience: Seconds to wait for a lock or a free connection before giving up.

    Raises:
        InputError: The URL is of another kind.
        StorageError: The database cannot be opened, or was written by a newer evalmode.
    """
    place = place_of(where)
    engine = open_engine(place, patience=patience)
    try:
        with translated(place.name):
            ensure_schema(engine, place)
    except BaseException:
        engine.dispose()
        raise
    return Store(engine, open_draft_engine(place, engine, patience=patience), place)

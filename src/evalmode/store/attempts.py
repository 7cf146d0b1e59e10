"""Attempts, how they were graded, and what the candidate said to that."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from sqlalchemy import delete, exists, select, update

from evalmode.store import tables
from evalmode.store._repository import Repository
from evalmode.store.records import AttemptLine, AttemptRecord, GradeRecord, OverrideRecord, PhrasingRecord

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

_LINE = [tables.attempts.c[field.name] for field in fields(AttemptLine)]


class Attempts(Repository[AttemptRecord]):
    """A learner's answers."""

    table = tables.attempts
    record = AttemptRecord

    def get(self, attempt_id: str) -> AttemptRecord | None:
        """The attempt of that id."""
        return self._one(self._select(id=attempt_id))

    def at(self, session_id: str, position: int) -> AttemptRecord | None:
        """The answer to a turn."""
        return self._one(self._select(session_id=session_id, position=position))

    def of_session(self, session_id: str) -> list[AttemptRecord]:
        """The answers of a session, in its order."""
        return self._list(self._select(session_id=session_id).order_by(self.table.c.position))

    def ungraded(self) -> list[str]:
        """Ids of attempts in words that have no score yet, oldest first; code waits for another judge."""
        code = tables.submissions.c
        is_code = exists().where(code.learner_id == self.table.c.learner_id, code.attempt_id == self.table.c.id)
        query = select(self.table.c.id).where(self._mine() & self.table.c.score.is_(None) & ~is_code)
        return list(self.connection.execute(query.order_by(self.table.c.answered_at, self.table.c.id)).scalars())

    def lines(
        self, *, item_id: str | None = None, session_ids: Iterable[str] | None = None, last: int | None = None
    ) -> list[AttemptLine]:
        """Attempts without their texts, oldest first.

        Args:
            item_id: Only of this item.
            session_ids: Only of these sessions.
            last: Only the newest so many.
        """
        query = select(*_LINE).where(self._mine())
        if item_id is not None:
            query = query.where(self.table.c.item_id == item_id)
        if session_ids is not None:
            query = query.where(self.table.c.session_id.in_(list(session_ids)))
        query = query.order_by(self.table.c.answered_at.desc(), self.table.c.id.desc()).limit(last)
        return [AttemptLine(**row._mapping) for row in self.connection.execute(query)][::-1]  # noqa: SLF001

    def delete_of(self, item_id: str) -> int:
        """Delete the answers to an item with all that hangs on them; returns how many there were."""
        return self.connection.execute(delete(self.table).where(self._mine(item_id=item_id))).rowcount

    def set_score(self, attempt_id: str, score: float | None) -> None:
        """Note the score that holds now, overrides included."""
        self.connection.execute(update(self.table).where(self._mine(id=attempt_id)).values(score=score))


class Grades(Repository[GradeRecord]):
    """Every grading of a learner's attempts."""

    table = tables.grades
    record = GradeRecord

    def latest(self, attempt_id: str) -> GradeRecord | None:
        """The grading that holds."""
        return self._one(self._select(attempt_id=attempt_id).order_by(self.table.c.number.desc()).limit(1))

    def latest_of(self, attempt_ids: Iterable[str]) -> dict[str, GradeRecord]:
        """The gradings that hold, by attempt."""
        query = self._select().where(self.table.c.attempt_id.in_(list(attempt_ids)))
        return {grade.attempt_id: grade for grade in self._list(query.order_by(self.table.c.number))}


class Overrides(Repository[OverrideRecord]):
    """What candidates insisted on having said."""

    table = tables.overrides
    record = OverrideRecord

    def said(self, attempt_id: str) -> frozenset[str]:
        """Ids of the key points that the candidate says were made."""
        return self.said_of([attempt_id]).get(attempt_id, frozenset())

    def said_of(self, attempt_ids: Iterable[str]) -> dict[str, frozenset[str]]:
        """The same for several attempts."""
        query = self._select(said=True).where(self.table.c.attempt_id.in_(list(attempt_ids)))
        found: dict[str, frozenset[str]] = {}
        for override in self._list(query):
            found[override.attempt_id] = found.get(override.attempt_id, frozenset()) | {override.point_id}
        return found


class Phrasings(Repository[PhrasingRecord]):
    """Words that the grader learnt from candidates who insisted."""

    table = tables.phrasings
    record = PhrasingRecord

    def living(self, item_id: str | None = None) -> list[PhrasingRecord]:
        """Those that were not taken back, oldest first.

        Args:
            item_id: Only for this item's key points.
        """
        query = self._select().where(self.table.c.removed_at.is_(None))
        if item_id is not None:
            query = query.where(self.table.c.item_id == item_id)
        order = (self.table.c.learnt_at, self.table.c.item_id, self.table.c.point_id, self.table.c.phrase)
        return self._list(query.order_by(*order))

    def remove_said(self, attempt_id: str, point_id: str, now: datetime) -> None:
        """Take back what an answer taught about a key point."""
        taught = self._mine(attempt_id=attempt_id, point_id=point_id) & self.table.c.removed_at.is_(None)
        self.connection.execute(update(self.table).where(taught).values(removed_at=now))

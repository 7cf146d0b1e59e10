"""The coding room: submissions with their verdicts, what is being typed, and how far each problem got."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from evalmode.store import tables
from evalmode.store._repository import Repository
from evalmode.store.code_records import CodeAttemptRecord, CodeDraftRecord, CodeLine, CodeRoundRecord

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Select

_ATTEMPTS, _CODE = tables.attempts.c, tables.code_attempts.c
_LINE = [
    _CODE.attempt_id,
    _ATTEMPTS.item_id,
    _ATTEMPTS.answered_at,
    _ATTEMPTS.seconds_used,
    _CODE.state,
    _CODE.hints,
    _CODE.tries,
    _CODE.verdict,
    _CODE.score,
    _CODE.ratio,
]


class CodeAttempts(Repository[CodeAttemptRecord]):
    """What only submissions have."""

    table = tables.code_attempts
    record = CodeAttemptRecord

    def get(self, attempt_id: str) -> CodeAttemptRecord | None:
        """That of an attempt; None where it is no submission."""
        return self._one(self._select(attempt_id=attempt_id))

    def waiting(self) -> list[str]:
        """Ids of the submissions that no judge has seen, oldest first."""
        query = self._joined(select(_CODE.attempt_id)).where(_CODE.state == "waiting")
        return list(self.connection.execute(query.order_by(_ATTEMPTS.answered_at, _ATTEMPTS.id)).scalars())

    def lines(self, item_id: str | None = None, *, since: datetime | None = None) -> list[CodeLine]:
        """Submissions without their texts, oldest first.

        Args:
            item_id: Only of this problem.
            since: Only those later than this.
        """
        query = self._joined(select(*_LINE))
        if item_id is not None:
            query = query.where(_ATTEMPTS.item_id == item_id)
        if since is not None:
            query = query.where(_ATTEMPTS.answered_at > since)
        rows = self.connection.execute(query.order_by(_ATTEMPTS.answered_at, _ATTEMPTS.id))
        return [CodeLine(**row._mapping) for row in rows]  # noqa: SLF001 - SQLAlchemy's public name for it

    def _joined(self, query: Select[Any]) -> Select[Any]:
        both = (_ATTEMPTS.learner_id == _CODE.learner_id) & (_ATTEMPTS.id == _CODE.attempt_id)
        return query.select_from(self.table.join(tables.attempts, both)).where(self._mine())


class CodeDrafts(Repository[CodeDraftRecord]):
    """What is being typed, by problem."""

    table = tables.code_drafts
    record = CodeDraftRecord

    def get(self, item_id: str) -> CodeDraftRecord:
        """The draft of a problem; an empty one where nothing was saved."""
        return self._one(self._select(item_id=item_id)) or CodeDraftRecord(item_id)

    def saved(self) -> set[str]:
        """Problems for which something is typed."""
        columns = self.table.c
        query = select(columns.item_id).where(self._mine() & columns.saved_at.is_not(None))
        return set(self.connection.execute(query).scalars())

    def save(self, item_id: str, text: str, *, revision: int, force: bool, now: datetime) -> int | None:
        """Save a draft.

        Returns:
            The new revision, or None where another revision was saved and this one is not forced.
        """
        kept = self.get(item_id)
        if kept.revision != revision and not force:
            return None
        self.put([CodeDraftRecord(item_id, text, kept.revision + 1, now)])
        return kept.revision + 1

    def clear(self, item_id: str) -> None:
        """Forget what was typed; a tab that still shows it can no longer save over it unnoticed."""
        kept = self.get(item_id)
        if kept.revision:
            self.put([CodeDraftRecord(item_id, revision=kept.revision + 1)])


class CodeRounds(Repository[CodeRoundRecord]):
    """How far the work on each problem got."""

    table = tables.code_rounds
    record = CodeRoundRecord

    def get(self, item_id: str) -> CodeRoundRecord:
        """The latest round of a problem; a first one where nothing happened yet."""
        return self._one(self._select(item_id=item_id)) or CodeRoundRecord(item_id)

"""Programs and drawings: submissions with their verdicts, what is being made, and how far each item got."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from evalmode.store import tables
from evalmode.store._repository import Repository
from evalmode.store.submission_records import ItemDraftRecord, RoundRecord, SubmissionLine, SubmissionRecord

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Select

_ATTEMPTS, _CODE = tables.attempts.c, tables.submissions.c
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


class Submissions(Repository[SubmissionRecord]):
    """What only submissions have."""

    table = tables.submissions
    record = SubmissionRecord

    def get(self, attempt_id: str) -> SubmissionRecord | None:
        """That of an attempt; None where it is no submission."""
        return self._one(self._select(attempt_id=attempt_id))

    def waiting(self) -> list[str]:
        """Ids of the submissions that no judge has seen, oldest first."""
        query = self._joined(select(_CODE.attempt_id)).where(_CODE.state == "waiting")
        return list(self.connection.execute(query.order_by(_ATTEMPTS.answered_at, _ATTEMPTS.id)).scalars())

    def lines(self, item_id: str | None = None, *, since: datetime | None = None) -> list[SubmissionLine]:
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
        return [SubmissionLine(**row._mapping) for row in rows]  # noqa: SLF001 - SQLAlchemy's public name for it

    def _joined(self, query: Select[Any]) -> Select[Any]:
        both = (_ATTEMPTS.learner_id == _CODE.learner_id) & (_ATTEMPTS.id == _CODE.attempt_id)
        return query.select_from(self.table.join(tables.attempts, both)).where(self._mine())


class ItemDrafts(Repository[ItemDraftRecord]):
    """What is being typed or drawn, by item."""

    table = tables.item_drafts
    record = ItemDraftRecord

    def get(self, item_id: str) -> ItemDraftRecord:
        """The draft of an item; an empty one where nothing was saved."""
        return self._one(self._select(item_id=item_id)) or ItemDraftRecord(item_id)

    def saved(self) -> set[str]:
        """Items of which something is kept."""
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
        self.put([ItemDraftRecord(item_id, text, kept.revision + 1, now)])
        return kept.revision + 1

    def clear(self, item_id: str) -> None:
        """Forget what was typed; a tab that still shows it can no longer save over it unnoticed."""
        kept = self.get(item_id)
        if kept.revision:
            self.put([ItemDraftRecord(item_id, revision=kept.revision + 1)])


class Rounds(Repository[RoundRecord]):
    """How far the work on each item got."""

    table = tables.rounds
    record = RoundRecord

    def get(self, item_id: str) -> RoundRecord:
        """The latest round of an item; a first one where nothing happened yet."""
        return self._one(self._select(item_id=item_id)) or RoundRecord(item_id)

"""What spaced repetition knows: one card for each practised item, and the reviews it stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, update

from evalmode.store import tables
from evalmode.store._repository import Repository
from evalmode.store.records import CardRecord, ReviewRecord, SettingsRecord

if TYPE_CHECKING:
    from datetime import datetime


class Cards(Repository[CardRecord]):
    """A learner's cards."""

    table = tables.cards
    record = CardRecord

    def get(self, item_id: str) -> CardRecord | None:
        """The card of an item."""
        return self._one(self._select(item_id=item_id))

    def drop(self, item_id: str) -> None:
        """Forget an item, as if it had never been practised."""
        self.connection.execute(delete(self.table).where(self._mine(item_id=item_id)))


class Reviews(Repository[ReviewRecord]):
    """The log of reviews."""

    table = tables.reviews
    record = ReviewRecord

    def get(self, attempt_id: str) -> ReviewRecord | None:
        """The review that an attempt completed."""
        return self._one(self._select(attempt_id=attempt_id))

    def of_item(self, item_id: str) -> list[ReviewRecord]:
        """An item's reviews, oldest first, those that were undone included."""
        columns = self.table.c
        return self._list(self._select(item_id=item_id).order_by(columns.reviewed_at, columns.attempt_id))

    def undo(self, attempt_id: str, now: datetime) -> bool:
        """Take a review back; False where there is none or it is undone already."""
        where = self._mine(attempt_id=attempt_id) & self.table.c.undone_at.is_(None)
        return self.connection.execute(update(self.table).where(where).values(undone_at=now)).rowcount == 1


class SettingsTable(Repository[SettingsRecord]):
    """What the learner chose: at most one row."""

    table = tables.settings
    record = SettingsRecord

    def get(self) -> SettingsRecord | None:
        """The learner's settings, where any were saved."""
        return self._one(self._select())

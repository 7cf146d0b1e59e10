"""What every repository has: a connection within a transaction, and the learner whose rows it sees."""

from __future__ import annotations

import math
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, and_, false, select

if TYPE_CHECKING:
    from collections.abc import Iterable

Record = TypeVar("Record")

_MAX_INTEGER = 2**31 - 1


class Repository(Generic[Record]):
    """Rows of one table, of one learner.

    Subclasses name the table and the record that a row becomes; a record's fields are columns of the table.
    """

    table: ClassVar[Table]
    record: ClassVar[type]

    def __init__(self, connection: Connection, learner: str) -> None:
        self.connection = connection
        self.learner = learner

    def all(self) -> list[Record]:
        """Every row, in the order of its key."""
        return self._list(self._select().order_by(*self.table.primary_key))

    def put_new(self, records: Iterable[Record]) -> None:
        """Store rows; those whose key exists already are left as they are."""
        rows = [self._row(record) for record in records]
        if rows:
            self.connection.execute(insert_into(self.connection, self.table).on_conflict_do_nothing(), rows)

    def put(self, records: Iterable[Record]) -> None:
        """Store rows; those whose key exists already are replaced."""
        rows = [self._row(record) for record in records]
        if rows:
            insert = insert_into(self.connection, self.table)
            key = [column.name for column in self.table.primary_key]
            rest = {column.name: insert.excluded[column.name] for column in self.table.c if column.name not in key}
            self.connection.execute(insert.on_conflict_do_update(index_elements=key, set_=rest), rows)

    def fault(self, record: Record) -> str | None:
        """Why a record that came from outside does not fit the table; reads on from "Line 3 ". None where it does."""
        for name, value in self._row(record).items():
            column = self.table.c[name]
            if value is None and not column.nullable:
                return f"has no {name}"
            if isinstance(value, str) and len(value) > (getattr(column.type, "length", None) or math.inf):
                return f"has a {name} that is too long"
            if isinstance(value, int) and abs(value) > _MAX_INTEGER:
                return f"has a {name} that is too large"
            if isinstance(value, int | float) and value < 0:
                return f"has a {name} below zero"
        return None

    def _mine(self, **equal: object) -> ColumnElement[bool]:
        if not all(can_be_stored(value) for value in equal.values()):
            return false()
        terms = [self.table.c[name] == value for name, value in equal.items()]
        return and_(self.table.c.learner_id == self.learner, *terms)

    def _select(self, **equal: object) -> Select[Any]:
        columns = [self.table.c[field.name] for field in fields(self.record)]
        return select(*columns).where(self._mine(**equal))

    def _row(self, record: Record) -> dict[str, Any]:
        return {"learner_id": self.learner, **asdict(record)}  # type: ignore[call-overload]  # records are dataclasses

    def _one(self, query: Select[Any]) -> Record | None:
        row = self.connection.execute(query).first()
        return None if row is None else self._record(row)

    def _list(self, query: Select[Any]) -> list[Record]:
        return [self._record(row) for row in self.connection.execute(query)]

    def _record(self, row: Row[Any]) -> Record:
        values: Any = row._mapping  # noqa: SLF001 - SQLAlchemy's public name for it
        return self.record(**values)  # type: ignore[no-any-return]  # named by the subclass beside its type


def insert_into(connection: Connection, table: Table) -> Any:  # noqa: ANN401 - the dialects' classes share no typed parent
    """An INSERT that can say what to do on a conflict, in the connection's dialect."""
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects import postgresql  # importing it costs a tenth of the store's start

        return postgresql.insert(table)
    from sqlalchemy.dialects import sqlite

    return sqlite.insert(table)


def can_be_stored(value: object) -> bool:
    """Whether a database could hold the value at all; what it could not hold, it need not be asked for."""
    match value:
        case str():
            return "\x00" not in value and value.isprintable()
        case int():
            return abs(value) <= _MAX_INTEGER
        case _:
            return True

"""The tables. Every row belongs to a learner, and the learner is part of every key: no query can mix two people up.

``migrations/`` holds the way from each older schema to this one; a test holds the two together.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Connection,
    DateTime,
    Dialect,
    Double,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    event,
    text,
)


class UtcTime(TypeDecorator[datetime]):
    """A moment in UTC to the microsecond; SQLite, which knows no time zones, keeps it as text without one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """On the way in."""
        if value is None:
            return None
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """On the way out."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_ID = String(64)
_ITEM = String(200)
_WORD = String(100)


def _learner() -> Column[str]:
    return Column("learner_id", String(100), primary_key=True)


def _owned(*local: str, by: str, key: tuple[str, ...] = ("id",)) -> ForeignKeyConstraint:
    columns = ["learner_id", *local]
    return ForeignKeyConstraint(columns, [f"{by}.learner_id", *(f"{by}.{name}" for name in key)], ondelete="CASCADE")


def _of_learner() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["learner_id"], ["learners.id"], ondelete="CASCADE")


learners = Table(
    "learners",
    metadata,
    Column("id", String(100), primary_key=True),
    Column("created_at", UtcTime, nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    _learner(),
    Column("id", _ID, primary_key=True),
    Column("kind", _WORD, nullable=False),
    Column("mode", _WORD, nullable=False),
    Column("seed", Integer, nullable=False),
    Column("request", JSON, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("finished_at", UtcTime),
    _of_learner(),
)

turns = Table(
    "turns",
    metadata,
    _learner(),
    Column("session_id", _ID, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("item_id", _ITEM, nullable=False),
    Column("part", _WORD, nullable=False),
    Column("title", Text, nullable=False),
    Column("seconds", Integer, nullable=False),
    Column("state", _WORD, nullable=False),
    Column("asked_at", UtcTime),
    CheckConstraint("state IN ('waiting', 'asked', 'answered', 'skipped')", name="state"),
    _owned("session_id", by="sessions"),
)

# Saved every second by everybody who types: no index beside the key, and room on each page, so that PostgreSQL can
# update a row where it stands.
drafts = Table(
    "drafts",
    metadata,
    _learner(),
    Column("session_id", _ID, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("text", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("saved_at", UtcTime),
    Column("in_time_until", UtcTime),
    Column("in_time_text", Text, nullable=False),
    Column("open", Boolean, nullable=False),
    _owned("session_id", "position", by="turns", key=("session_id", "position")),
)


attempts = Table(
    "attempts",
    metadata,
    _learner(),
    Column("id", _ID, primary_key=True),
    Column("session_id", _ID),
    Column("position", Integer),
    Column("item_id", _ITEM, nullable=False),
    Column("part", _WORD, nullable=False),
    Column("title", Text, nullable=False),
    Column("prompt", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("carried", Text, nullable=False),
    Column("late_text", Text),
    Column("spoken", Boolean, nullable=False),
    Column("seconds_allotted", Integer, nullable=False),
    Column("seconds_used", Double, nullable=False),
    Column("answered_at", UtcTime, nullable=False),
    Column("score", Double),
    CheckConstraint("seconds_used >= 0", name="seconds_used"),
    _of_learner(),
    _owned("session_id", "position", by="turns", key=("session_id", "position")),
    Index(None, "learner_id", "session_id", "position", unique=True),
    Index(None, "learner_id", "item_id"),
    Index(None, "learner_id", "answered_at"),
)

grades = Table(
    "grades",
    metadata,
    _learner(),
    Column("attempt_id", _ID, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("score", Double, nullable=False),
    Column("verdict", JSON, nullable=False),
    Column("grader", Text, nullable=False),
    Column("graded_at", UtcTime, nullable=False),
    _owned("attempt_id", by="attempts"),
)

overrides = Table(
    "overrides",
    metadata,
    _learner(),
    Column("attempt_id", _ID, primary_key=True),
    Column("point_id", _WORD, primary_key=True),
    Column("said", Boolean, nullable=False),
    Column("said_at", UtcTime, nullable=False),
    _owned("attempt_id", by="attempts"),
)

phrasings = Table(
    "phrasings",
    metadata,
    _learner(),
    Column("item_id", _ITEM, primary_key=True),
    Column("point_id", _WORD, primary_key=True),
    Column("phrase", String(300), primary_key=True),
    Column("attempt_id", _ID, nullable=False),
    Column("learnt_at", UtcTime, nullable=False),
    Column("removed_at", UtcTime),
    _owned("attempt_id", by="attempts"),
    Index(None, "learner_id", "attempt_id"),
)

cards = Table(
    "cards",
    metadata,
    _learner(),
    Column("item_id", _ITEM, primary_key=True),
    Column("state", Integer, nullable=False),
    Column("step", Integer),
    Column("stability", Double),
    Column("difficulty", Double),
    Column("due", UtcTime, nullable=False),
    Column("last_review", UtcTime),
    Column("reviews", Integer, nullable=False),
    _of_learner(),
)

reviews = Table(
    "reviews",
    metadata,
    _learner(),
    Column("attempt_id", _ID, primary_key=True),
    Column("item_id", _ITEM, nullable=False),
    Column("rating", Integer, nullable=False),
    Column("score", Double, nullable=False),
    Column("seconds_allotted", Integer, nullable=False),
    Column("seconds_used", Double, nullable=False),
    Column("desired_retention", Double, nullable=False),
    Column("reviewed_at", UtcTime, nullable=False),
    Column("undone_at", UtcTime),
    CheckConstraint("rating BETWEEN 1 AND 4", name="rating"),
    _owned("attempt_id", by="attempts"),
    Index(None, "learner_id", "item_id"),
)

# A submission is an attempt like any other; what only programs and drawings have stands beside it.
submissions = Table(
    "submissions",
    metadata,
    _learner(),
    Column("attempt_id", _ID, primary_key=True),
    Column("state", _WORD, nullable=False),
    Column("hints", Integer, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("revealed", Boolean, nullable=False),
    Column("verdict", _WORD),
    Column("score", Double),
    Column("ratio", Double),
    Column("judgement", JSON(none_as_null=True)),
    Column("judged_at", UtcTime),
    CheckConstraint("state IN ('waiting', 'judged', 'given_up')", name="state"),
    _owned("attempt_id", by="attempts"),
)

item_drafts = Table(
    "item_drafts",
    metadata,
    _learner(),
    Column("item_id", _ITEM, primary_key=True),
    Column("text", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("saved_at", UtcTime),
    _of_learner(),
)

rounds = Table(
    "rounds",
    metadata,
    _learner(),
    Column("item_id", _ITEM, primary_key=True),
    Column("hints", Integer, nullable=False),
    Column("begun_at", UtcTime),
    Column("revealed_at", UtcTime),
    Column("finished_at", UtcTime),
    _of_learner(),
)

settings = Table(
    "settings",
    metadata,
    _learner(),
    Column("document", JSON, nullable=False),
    Column("saved_at", UtcTime, nullable=False),
    _of_learner(),
)


@event.listens_for(drafts, "after_create")
@event.listens_for(item_drafts, "after_create")
def _leave_room(table: Table, connection: Connection, **_: object) -> None:
    # An event rather than an option of the table, which would import SQLAlchemy's PostgreSQL side at every start.
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"ALTER TABLE {table.name} SET (fillfactor = 50)"))

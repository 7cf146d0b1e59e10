"""Making a new database, and bringing an older one up to date.

A new database is made in one step from the tables; only an older one needs Alembic, which therefore is imported only
then. A database of a newer evalmode is left untouched.
"""

from __future__ import annotations

import glob
import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, text

from evalmode.core import StorageError
from evalmode.store.engine import SCHEMA, Place
from evalmode.store.tables import metadata

MIGRATIONS = Path(__file__).with_name("migrations")
REVISIONS = ("0001", "0002", "0003", "0004")
"""Every schema there has been, oldest first; what the names of the files begin with in ``migrations/versions``."""

_LOCK = 7_276_140_001
"""Key of the advisory lock under which one process at a time changes a PostgreSQL schema."""

_COPY = ".before-"


def copies_of(path: Path) -> list[Path]:
    """The copies of an SQLite file that were made before it was migrated."""
    return sorted(path.parent.glob(f"{glob.escape(path.name)}{_COPY}*"))


def ensure_schema(
    engine: Engine, place: Place, *, migrations: Path = MIGRATIONS, revisions: tuple[str, ...] = REVISIONS
) -> None:
    """Leave the database with the newest schema.

    Args:
        engine: The database.
        place: Where it is, for the copy that is made of an SQLite file before it is migrated.
        migrations: Folder with Alembic's ``env.py``.
        revisions: The schemas that are known, oldest first.

    Raises:
        StorageError: It was written by a newer evalmode, or belongs to another program.
    """
    with engine.connect() as connection:
        found = _revision(connection, place)
    if found == revisions[-1]:
        return
    if found and found not in revisions:
        raise StorageError(f"The database was written by a newer evalmode ({place.name}).", hint="Update evalmode.")
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        found = _revision(connection, place)  # again: another process may have been first
        if found is None:
            _create(connection, revisions[-1])
        elif found != revisions[-1]:
            _copy(place, found)
            _migrate(connection, migrations, revisions[-1])


def _revision(connection: Connection, place: Place) -> str | None:
    """The schema's name; empty where migrations have only begun; None for a database that has nothing in it."""
    tables = _tables(connection)
    if "alembic_version" in tables:
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or ""
    if tables & set(metadata.tables):
        raise StorageError(
            f"The database is not one of evalmode's ({place.name}).", hint="Choose another file or database."
        )
    return None


def _tables(connection: Connection) -> set[str]:
    if connection.dialect.name == "postgresql":
        query = text("SELECT tablename FROM pg_catalog.pg_tables WHERE schemaname = :schema")
        return set(connection.execute(query, {"schema": SCHEMA}).scalars())
    return set(connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars())


def _create(connection: Connection, revision: str) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}"))
    metadata.create_all(connection, checkfirst=False)
    connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
    connection.execute(text("INSERT INTO alembic_version VALUES (:revision)"), {"revision": revision})


def _copy(place: Place, revision: str) -> None:
    if place.path is None:
        return
    target = place.path.with_name(f"{place.path.name}{_COPY}{revision or 'first'}")
    with sqlite3.connect(place.path) as source, sqlite3.connect(target) as copy:
        source.backup(copy)
    source.close()
    copy.close()


def _migrate(connection: Connection, migrations: Path, revision: str) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)

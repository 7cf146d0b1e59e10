"""Opening a connection: SQLite made durable, PostgreSQL made ready for a class."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from evalmode.core import InputError, StorageError, UnavailableError

SQLITE_NEEDED = (3, 35, 0)
"""The first SQLite that has UPDATE ... RETURNING."""


CONNECTIONS, DRAFT_CONNECTIONS = 20, 10
"""Connections to a PostgreSQL server that are opened as they are needed, and then kept. Whoever finds none free waits:
that is quicker than opening one more, and a server has a hundred for all its programs."""

SCHEMA = "evalmode"
"""The PostgreSQL schema that holds the tables, so that evalmode can share a database with other programs."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a database is.

    Args:
        url: For SQLAlchemy, with its driver.
        name: For messages: a path, or the URL without its password.
        path: The file, where it is one.
    """

    url: URL
    name: str
    path: Path | None = None


def place_of(where: str | Path) -> Place:
    """Read a path or a URL.

    A plain path, or ``sqlite:///path``, is an SQLite file; ``postgresql://…`` (or ``postgres://``) is a server.

    Raises:
        InputError: Neither.
    """
    if isinstance(where, Path) or "://" not in where:
        path = Path(where).expanduser().absolute()
        return Place(URL.create("sqlite+pysqlite", database=str(path)), str(path), path)
    try:
        url = make_url(where)
    except (ArgumentError, ValueError) as error:
        raise InputError("The database URL cannot be read.", hint=_URL_HINT) from error
    backend = url.drivername.partition("+")[0]
    if backend == "sqlite" and url.database:
        return place_of(Path(url.database))
    if backend in {"postgresql", "postgres"}:
        url = url.set(drivername="postgresql+psycopg")
        return Place(url, url.set(drivername="postgresql").render_as_string(hide_password=True))
    raise InputError(f"Databases of the kind {backend!r} are not supported.", hint=_URL_HINT)


_URL_HINT = "Give the path of an SQLite file, or postgresql://user:password@host/database."


def open_engine(place: Place, *, patience: float) -> Engine:
    """An engine for reading and for writing in transactions.

    Args:
        place: The database.
        patience: Seconds to wait for a lock or for a free connection.
    """
    return _sqlite_engine(place, patience) if place.path else _postgres_engine(place, patience)


def open_draft_engine(place: Place, main: Engine, *, patience: float) -> Engine:
    """An engine for saving drafts, one statement each.

    On PostgreSQL a commit of a draft does not wait for the server's disk (``synchronous_commit=off``): once
    acknowledged, the draft is in the server's memory and survives whatever happens to this process; only the server
    machine losing power can cost its last half second, while the browser still holds the text. On SQLite a draft is as
    durable as an answer, because nobody waits for it there.
    """
    if place.path:
        return main
    options = "-c synchronous_commit=off"
    return _postgres_engine(
        place, patience, options, pool_size=DRAFT_CONNECTIONS, pool_pre_ping=False, isolation_level="AUTOCOMMIT"
    )


def _sqlite_engine(place: Place, patience: float) -> Engine:
    import sqlite3

    if sqlite3.sqlite_version_info < SQLITE_NEEDED:
        raise UnavailableError(
            f"This Python has SQLite {sqlite3.sqlite_version}, which is too old.",
            hint=f"Use a Python with SQLite {'.'.join(map(str, SQLITE_NEEDED))} or newer.",
        )
    _make_folder(place)
    engine = create_engine(place.url, connect_args={"timeout": patience}, pool_size=8, max_overflow=32)

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # transactions are begun below, not by the driver's guess
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA secure_delete = ON")  # what somebody erases is gone
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A transaction that will write takes the write lock at once: taking it half-way fails without waiting when
        # somebody else wrote in between.
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _make_folder(place: Place) -> None:
    path = place.path
    if path is None:
        return
    hint = "Choose another with --data or EVALMODE_DATA."
    if path.is_dir():
        raise StorageError(f"The database cannot be opened ({path}): it is a folder.", hint=hint)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise StorageError(f"The data folder cannot be used ({path.parent}): it is a file.", hint=hint) from error
    except OSError as error:
        raise StorageError(f"The data folder cannot be made ({path.parent}): {error.strerror}.", hint=hint) from error


def _postgres_engine(place: Place, patience: float, options: str = "", **choices: Any) -> Engine:  # noqa: ANN401
    settings = f"-c search_path={SCHEMA} -c lock_timeout={round(patience * 1000)} {options}"
    pool = {"pool_size": CONNECTIONS, "max_overflow": 0, "pool_timeout": patience, "pool_pre_ping": True}
    try:
        return create_engine(
            place.url,
            connect_args={
                "connect_timeout": max(2, round(patience)),
                "options": settings.strip(),
                "application_name": "evalmode",
            },
            **{**pool, **choices},
        )
    except ModuleNotFoundError as error:
        raise UnavailableError(
            "A PostgreSQL database needs the driver psycopg.", hint="pip install 'evalmode[server]'"
        ) from error

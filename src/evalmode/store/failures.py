"""What a database's driver complains about, said so that a person can act on it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from evalmode.core import StorageError

if TYPE_CHECKING:
    from collections.abc import Iterator

_SQLITE = (
    ("database or disk is full", "The disk is full, so nothing more can be saved.", "Free some space, then go on."),
    ("is locked", "The database is locked by another program.", "Close the other program, then try again."),
    ("readonly", "The database cannot be written to.", "Check the permissions of its folder."),
    ("not a database", "The file is not an evalmode database, or it is damaged.", "Restore it from a copy."),
    ("malformed", "The database is damaged.", "Restore it from a copy, or import your last export."),
    ("unable to open", "The database cannot be opened.", "Check that its folder exists and can be written to."),
    ("disk i/o error", "The disk could not be read or written.", "Check the disk and the space left on it."),
)

_POSTGRES_CLASSES = (
    ("53100", "The database server's disk is full, so nothing more can be saved.", "Free some space there."),
    ("53300", "The database server accepts no more connections.", "Try again, or raise its max_connections."),
    ("53", "The database server has run out of a resource.", "Look at its log."),
    ("28", "The database server refused the sign-in.", "Check user and password in the database URL."),
    ("3D", "The database named in the URL does not exist.", "Create it with createdb."),
    ("25006", "The database cannot be written to; it is read-only.", "Use the primary server."),
    ("42501", "The database user may not do this.", "Grant it the rights on the schema."),
    ("55P03", "The database is locked by another program.", "Try again in a moment."),
    ("57", "The database server is shutting down or starting.", "Try again in a moment."),
    ("08", "The connection to the database server was lost.", "Check that it runs, then try again."),
)

# While a connection is being made the server's complaint comes as text only, in English or in the server's language.
_POSTGRES_CONNECTING = (
    ("database", "does not exist", "3D000"),
    ("authentication", "failed", "28P01"),
    ("role", "does not exist", "28000"),
    ("no pg_hba.conf entry", "", "28000"),
    ("too many", "", "53300"),
    ("connection slots", "", "53300"),
    ("starting up", "", "57P03"),
    ("shutting down", "", "57P01"),
)


@contextmanager
def translated(place: str) -> Iterator[None]:
    """Turn every error of the driver into one that a person can act on.

    Args:
        place: The database, as it is named in messages: a path, or a URL without its password.

    Raises:
        StorageError: The database refused.
    """
    try:
        yield
    except PoolTimeoutError as error:
        raise StorageError(f"The database is too busy ({place}).", hint="Try again in a moment.") from error
    except DBAPIError as error:
        message, hint = _explain(error)
        raise StorageError(f"{message[:-1]} ({place}).", hint=hint) from error
    except SQLAlchemyError as error:
        raise StorageError(f"The database failed ({place}): {type(error).__name__}.") from error


def _explain(error: DBAPIError) -> tuple[str, str]:
    text = str(error.orig).lower()
    if sqlstate := _sqlstate(error, text):
        for prefix, message, hint in _POSTGRES_CLASSES:
            if sqlstate.startswith(prefix):
                return message, hint
    elif _from_psycopg(error):
        return "The database server cannot be reached.", "Check that it runs and that the URL is right."
    else:
        for words, message, hint in _SQLITE:
            if words in text:
                return message, hint
    return f"The database refused: {_first_line(error)}.", "Run evalmode doctor."


def _sqlstate(error: DBAPIError, text: str) -> str | None:
    """The server's code of what is wrong, if it is a server and got as far as saying so."""
    if code := getattr(error.orig, "sqlstate", None):
        return str(code)
    found = (code for first, second, code in _POSTGRES_CONNECTING if first in text and second in text)
    return next(found, None) if _from_psycopg(error) else None


def _from_psycopg(error: DBAPIError) -> bool:
    return type(error.orig).__module__.partition(".")[0] == "psycopg"


def _first_line(error: DBAPIError) -> str:
    lines = str(error.orig).strip().splitlines()
    return lines[0].rstrip(".") if lines else type(error.orig).__name__

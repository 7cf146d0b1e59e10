"""Every error evalmode raises on purpose.

The tree says whose fault it is, because a message, an exit code and an HTTP status all follow from that::

    EvalmodeError
    ├── InputError            the user's input is at fault            exit 1, HTTP 422
    │   ├── NotFoundError     an id that does not exist               exit 1, HTTP 404
    │   ├── ConflictError     somebody else got there first           exit 1, HTTP 409
    │   └── BankError         a content pack is broken                exit 1, HTTP 422
    ├── UnavailableError      a part is not installed or configured   exit 1, HTTP 503
    └── InternalError         evalmode itself failed                  exit 3, HTTP 500
        └── StorageError      the database or the disk failed         exit 3, HTTP 507

A message is one sentence a person can act on; ``hint`` is the command or the step that mends it.
"""

from __future__ import annotations

from typing import ClassVar


class EvalmodeError(Exception):
    """The root: anything evalmode raises on purpose.

    Args:
        message: One sentence, for a person, that says what is wrong.
        hint: What to do about it, where something can be done.
    """

    exit_code: ClassVar[int] = 3
    status: ClassVar[int] = 500
    code: ClassVar[str] = "error"

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}" if self.hint else self.message


class InputError(EvalmodeError):
    """What the user gave cannot be used as it is."""

    exit_code = 1
    status = 422
    code = "invalid_input"


class NotFoundError(InputError):
    """An id names nothing."""

    status = 404
    code = "not_found"


class ConflictError(InputError):
    """The state has moved on: another tab, process or person was first."""

    status = 409
    code = "conflict"


class BankError(InputError):
    """A content pack cannot be read; the message lists every problem with file, line and field."""

    code = "broken_bank"


class UnavailableError(EvalmodeError):
    """An optional part is not installed, not configured or not possible on this machine."""

    exit_code = 1
    status = 503
    code = "unavailable"


class InternalError(EvalmodeError):
    """evalmode itself failed; never the user's or the candidate's fault."""

    code = "internal_error"


class StorageError(InternalError):
    """The database or the disk refused: full, locked, damaged, or written by a newer evalmode."""

    status = 507
    code = "storage_failed"

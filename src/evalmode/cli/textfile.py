"""Reading what a command is given and writing what it makes: files, or a dash for the standard streams."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from evalmode.core import InputError, StorageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

STREAM = Path("-")


def read_text(path: Path, *, at_most: int, what: str = "an answer") -> str:
    """The whole of a small text file.

    Args:
        path: The file; ``-`` for standard input.
        at_most: Bytes.
        what: What the file holds, for the message that it is too large.

    Raises:
        InputError: It cannot be read, is no UTF-8 text, or is larger.
    """
    data = read_bytes(path, at_most=at_most, what=what)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{shown(path)} is not UTF-8 text (byte {error.start}).", hint="Save it as UTF-8 and try again."
        ) from error


def read_bytes(path: Path, *, at_most: int, what: str) -> bytes:
    """The whole of a small file.

    Raises:
        InputError: It cannot be read, or is larger.
    """
    with open_bytes(path) as stream:
        data = _reading(path, lambda: stream.read(at_most + 1))
    if len(data) > at_most:
        raise InputError(f"{shown(path)} is larger than the {at_most:,} bytes that {what} can have.")
    return data


def lines(path: Path) -> Iterator[bytes]:
    """The lines of a file, one by one, without their ends.

    Raises:
        InputError: It cannot be read.
    """
    with open_bytes(path) as stream:
        while line := _reading(path, stream.readline):
            yield line.rstrip(b"\r\n")


@contextmanager
def open_bytes(path: Path) -> Iterator[BinaryIO]:
    """A file to read; ``-`` is standard input.

    Raises:
        InputError: It cannot be opened.
    """
    if path == STREAM:
        yield sys.stdin.buffer
        return
    try:
        stream = path.open("rb")
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    with stream:
        yield stream


@contextmanager
def replacing(path: Path, *, force: bool) -> Iterator[Path]:
    """A temporary file beside ``path`` that takes its place once all is written; else ``path`` stays as it was.

    Raises:
        InputError: There is such a file already and ``force`` is not set, or the folder does not exist.
        StorageError: The disk refused.
    """
    if path.exists() and not force:
        raise InputError(f"{path} exists already.", hint="Choose another name, or add --force to replace it.")
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except (OSError, ValueError) as error:
        raise InputError(f"{path} cannot be written: {_reason(error)}.", hint="Choose another folder.") from error
    os.close(handle)
    part = Path(name)
    try:
        yield part
        part.replace(path)
    except OSError as error:
        raise StorageError(f"{path} could not be written: {_reason(error)}.") from error
    finally:
        part.unlink(missing_ok=True)


def write_out(lines: Iterable[str]) -> None:
    """Write lines to standard output, each ended where it is not; in a file or a pipe as UTF-8, whatever the locale.

    Raises:
        StorageError: What standard output leads to refused; a reader that went away is not our business here.
    """
    if isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    try:
        sys.stdout.writelines(line if line.endswith("\n") else f"{line}\n" for line in lines)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise StorageError(f"Standard output could not be written: {_reason(error)}.") from error


def shown(path: Path) -> str:
    """A file as messages name it."""
    return "Standard input" if path == STREAM else str(path)


def _reading(path: Path, read: Callable[[], bytes]) -> bytes:
    try:
        return read()
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: Exception) -> InputError:
    return InputError(f"{shown(path)} cannot be read: {_reason(error)}.")


def _reason(error: Exception) -> str:
    said = error.strerror if isinstance(error, OSError) else str(error)
    return (said or str(error)).lower()

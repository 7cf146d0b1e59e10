"""A text file of a pack, read defensively: whatever is wrong with it becomes one problem that names the place."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from evalmode.bank.problems import Problem

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def read_text(path: Path, root: Path, limit: int) -> tuple[str, list[Problem]]:
    """The text of a file, with line feeds for line ends and without a byte-order mark.

    Args:
        path: The file.
        root: The folder that it must lie in once links are followed.
        limit: The largest size that is read, in bytes.

    Returns:
        The text and no problem, or an empty text and one problem.

    Raises:
        FileNotFoundError: There is no such file.
    """
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root)):
        return "", [Problem(path, 1, "", "is a link that leads out of the pack; put the file itself there")]
    try:
        data, refusal = _read_bytes(path, limit)
    except FileNotFoundError:
        raise
    except OSError as error:
        refusal = f"cannot be read: {error.strerror}"
    if refusal:
        return "", [Problem(path, 1, "", refusal)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return "", [Problem(path, line, "", "is not UTF-8 text; save it in that encoding")]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if control := _CONTROL.search(text):
        line = text.count("\n", 0, control.start()) + 1
        return "", [Problem(path, line, "", f"holds the control character U+{ord(control[0]):04X}; remove it")]
    return text, []


def _read_bytes(path: Path, limit: int) -> tuple[bytes, str]:
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        return b"", "is not a regular file, so it is not read"
    if status.st_size > limit:
        return b"", f"is larger than {limit:,} bytes, too large for a page that people read"
    return path.read_bytes(), ""

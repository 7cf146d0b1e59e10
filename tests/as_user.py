"""Runs a command of this interpreter as an ordinary user, when the tests are run by root.

``python tests/as_user.py -m MODULE WORDS...``. Where the interpreter or the project lies in a folder that only root may
enter, that folder is covered, for this command alone, by an empty one that shows just what is needed.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from evalmode_runner.sandbox import libc

USER = 1000


def closed_ancestor(path: Path) -> Path | None:
    """The outermost folder above a path that others may not enter."""
    closed = [folder for folder in reversed(path.parents) if not folder.stat().st_mode & 0o001]
    return closed[0] if closed else None


def show(path: Path) -> None:
    """Make a path reachable for everybody in this mount namespace."""
    closed = closed_ancestor(path)
    if closed is not None:
        kept = os.open(path, os.O_PATH)
        libc.mount("cover", str(closed), "tmpfs", 0, "mode=755")
        path.mkdir(parents=True)
        libc.mount(f"/proc/self/fd/{kept}", str(path), None, libc.MS_BIND | libc.MS_REC)
        os.close(kept)


def main() -> None:
    """Become the user and run the command."""
    libc.unshare(libc.CLONE_NEWNS)
    libc.mount(None, "/", None, libc.MS_REC | libc.MS_PRIVATE)
    for path in (Path(sys.base_prefix), Path(sys.prefix), Path(__file__).parent.parent):
        show(path.resolve())
    os.setgroups([])
    os.setresgid(USER, USER, USER)
    os.setresuid(USER, USER, USER)
    os.environ["HOME"] = "/"
    os.execv(sys.executable, [sys.executable, "-B", *sys.argv[1:]])  # noqa: S606 - there is nothing a shell should do


if __name__ == "__main__":
    main()

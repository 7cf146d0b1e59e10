"""A PostgreSQL server for the length of a test run: its own folder, a Unix socket, nothing on the network."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterator

FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
"""Settings of a server whose data nobody will miss."""


def find_programs() -> Path | None:
    """The folder of PostgreSQL's programs: on the path, or where Debian keeps them."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    versions = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    return max(versions, key=lambda path: float(path.parent.name), default=None)


@contextlib.contextmanager
def running_server(settings: tuple[str, ...] = FAST) -> Iterator[str]:
    """Start a server and give its URL without the name of a database.

    PostgreSQL refuses to run as root; then it runs as ``postgres``, or as ``nobody`` where there is no such user.
    """
    programs = find_programs()
    if programs is None:
        raise FileNotFoundError("initdb")
    folder = Path(tempfile.mkdtemp(prefix="evalmode-pg-"))
    user = _unprivileged()
    who: dict[str, Any] = {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []} if user else {}
    try:
        if user:
            shutil.chown(folder, user)
        data = folder / "data"
        log = folder / "log"
        quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "cwd": folder, **who}
        init = ["--username=evalmode", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
        subprocess.run([programs / "initdb", *init, f"--pgdata={data}"], **quiet, check=True)
        options = [
            f"-c {setting}" for setting in ("listen_addresses=''", f"unix_socket_directories={folder}", *settings)
        ]
        control = [programs / "pg_ctl", f"--pgdata={data}", "--wait"]
        subprocess.run([*control, "start", f"--log={log}", "--options", " ".join(options)], **quiet, check=True)
        try:
            yield f"postgresql://evalmode@/{{database}}?host={quote(str(folder), safe='')}"
        finally:
            subprocess.run([*control, "stop", "--mode=immediate"], **quiet, check=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _unprivileged() -> str | None:
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"

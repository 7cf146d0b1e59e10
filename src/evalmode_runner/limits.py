"""What a child process may use, and what becomes of its own children, as far as the operating system can say."""

from __future__ import annotations

import contextlib
import ctypes
import math
import os
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

_PR_SET_PDEATHSIG = 1
_PR_SET_CHILD_SUBREAPER = 36
_MAX_FILE_BYTES = 64 * 2**20
_MORE_TASKS = 64

_LINUX = sys.platform.startswith("linux")


def limit_resources(seconds: float, memory_bytes: int) -> None:
    """Limit this process from here on: processor time, memory, size of files, number of processes, no core dump.

    The memory comes on top of what the process already has. Where the system has no such limits nothing happens; the
    clock of the watcher still holds. The number of processes does not bind an administrator.
    """
    try:
        import resource  # there is none on Windows
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    processor = math.ceil(used.ru_utime + used.ru_stime + seconds) + 1
    wanted = {resource.RLIMIT_CPU: processor, resource.RLIMIT_FSIZE: _MAX_FILE_BYTES, resource.RLIMIT_CORE: 0}
    if _LINUX:  # elsewhere the address space is not a measure of memory
        wanted[resource.RLIMIT_AS] = _address_space() + memory_bytes
        wanted[resource.RLIMIT_NPROC] = _tasks_of_user() + _MORE_TASKS
    for name, limit in wanted.items():
        _, hard = resource.getrlimit(name)
        soft = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        # At the hard limit of processor time the end is a plain kill; at the soft one it says why.
        grace = 2 if name == resource.RLIMIT_CPU and soft == limit else 0
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(name, (soft, soft + grace))


def die_with_parent() -> None:
    """Have the system end this process as soon as its parent ends, where it can."""
    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def adopt_orphans() -> None:
    """Become the parent of all descendants whose own parents end, where the system can do that."""
    _prctl(_PR_SET_CHILD_SUBREAPER, 1)


def end_descendants(*, keep: Container[int] = (), within_seconds: float = 2.0) -> None:
    """End and reap the children of this process, adopted ones included, until none is left or time is up.

    Args:
        keep: Children that stay, with all that they have started.
        within_seconds: When to give up.
    """
    deadline = time.monotonic() + within_seconds
    while (children := [child for child in _children() if child not in keep]) and time.monotonic() < deadline:
        for child in children:
            with contextlib.suppress(OSError):
                os.kill(child, signal.SIGKILL)
            with contextlib.suppress(OSError):
                os.waitpid(child, os.WNOHANG)
        time.sleep(0.001)


def end_group(leader: int) -> None:
    """End a process and all that share its group."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(OSError):
            os.killpg(leader, signal.SIGKILL)
    with contextlib.suppress(OSError):
        os.kill(leader, getattr(signal, "SIGKILL", signal.SIGTERM))


def _prctl(option: int, value: int) -> None:
    if _LINUX:
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None, use_errno=True).prctl(option, value, 0, 0, 0)


def _address_space() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    return pages * os.sysconf("SC_PAGE_SIZE")


def _tasks_of_user() -> int:
    """How many processes and threads the user has now: what the limit on processes counts."""
    count = 0
    for process in Path("/proc").iterdir():
        with contextlib.suppress(OSError):
            if process.name.isdecimal() and process.stat().st_uid == os.getuid():
                count += len(os.listdir(process / "task"))  # noqa: PTH208 - names are all that is wanted
    return count


def _children() -> list[int]:
    found: list[int] = []
    for task in Path("/proc/self/task").glob("*/children") if _LINUX else ():
        with contextlib.suppress(OSError):
            found += map(int, task.read_text(encoding="ascii").split())
    return found

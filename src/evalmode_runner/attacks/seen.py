"""What can be seen of a child from outside while it runs, whatever it says."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import socket
import stat
from dataclasses import dataclass, field
from pathlib import Path

_CLOCK_REALTIME = 0
_ABSOLUTE, _CANCEL_ON_SET = 1, 2


@dataclass(slots=True)
class Seen:
    """The largest of everything that was seen of one process and of those it has started.

    Args:
        pid: The process.
    """

    pid: int
    tasks: int = 0
    address_space: int = 0
    locked: int = 0
    priority: int = 0
    gained: int = 0
    oom_changed: bool = False
    renamed: bool = False
    _first: dict[str, str] = field(default_factory=dict)
    _first_oom: str = ""

    def look(self) -> None:
        """Look once; what is gone by now is not seen."""
        with contextlib.suppress(OSError, ValueError, KeyError):
            status = _status(self.pid)
            self._first = self._first or status
            self.tasks = max(self.tasks, int(status["Threads"]) + len(_descendants(self.pid)))
            self.address_space = max(self.address_space, _kilobytes(status, "VmSize"))
            self.locked = max(self.locked, _kilobytes(status, "VmLck"))
            self.gained |= int(status["CapEff"], 16) & ~int(self._first["CapEff"], 16)
            self.renamed |= status["Name"] != self._first["Name"]
            self.priority = min(self.priority, os.getpriority(os.PRIO_PROCESS, self.pid))
            oom = Path(f"/proc/{self.pid}/oom_score_adj").read_text(encoding="ascii")
            self._first_oom = self._first_oom or oom
            self.oom_changed |= oom != self._first_oom


def entries(handles: list[int]) -> list[os.stat_result]:
    """What is in the folders among some descriptors."""
    found = []
    for handle in handles:
        with contextlib.suppress(OSError):
            if stat.S_ISDIR(os.fstat(handle).st_mode):
                names = os.listdir(handle)  # noqa: PTH208 - a descriptor has no path
                found += [os.stat(name, dir_fd=handle, follow_symlinks=False) for name in names]
    return found


def describe(descriptor: int) -> str:
    """What an open descriptor is: ``socket:2`` with its family, ``anon_inode:[io_uring]``, ``/memfd:name`` ..."""
    with contextlib.suppress(OSError), socket.socket(fileno=os.dup(descriptor)) as end:
        return f"socket:{int(end.family)}"
    return os.readlink(f"/proc/self/fd/{descriptor}")  # noqa: PTH115 - what it gives is no path


def _status(pid: int) -> dict[str, str]:
    text = Path(f"/proc/{pid}/status").read_text(encoding="utf-8", errors="replace")
    return dict(line.split(":\t", 1) for line in text.splitlines() if ":\t" in line)


def _kilobytes(status: dict[str, str], name: str) -> int:
    return int(status.get(name, "0").split()[0]) * 1024


def _descendants(pid: int) -> list[int]:
    found: list[int] = []
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            for child in map(int, children.read_text(encoding="ascii").split()):
                found += [child, *_descendants(child)]
    return found


class ClockWatch:
    """Tells whether somebody has set the machine's clock, even to the time it had."""

    def __init__(self) -> None:
        library = ctypes.CDLL(None, use_errno=True)
        self._timer = library.timerfd_create(_CLOCK_REALTIME, os.O_NONBLOCK | os.O_CLOEXEC)
        far = (ctypes.c_long * 4)(0, 0, 2**33, 0)
        library.timerfd_settime(self._timer, _ABSOLUTE | _CANCEL_ON_SET, ctypes.byref(far), None)

    def was_set(self) -> bool:
        """Whether it was set since this was last asked."""
        try:
            os.read(self._timer, 8)
        except OSError as error:
            return error.errno == errno.ECANCELED
        return False

    def close(self) -> None:
        """Stop watching."""
        os.close(self._timer)

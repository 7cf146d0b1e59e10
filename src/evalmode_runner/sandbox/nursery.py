"""Inside the zygote: forks children when asked, waits for them, tells the judge how each ended."""

from __future__ import annotations

import contextlib
import gc
import os
import selectors
import signal
import socket
import warnings
from typing import TYPE_CHECKING, Any

from evalmode_runner.sandbox import control
from evalmode_runner.sandbox.newborn import Birth, Entry, live

if TYPE_CHECKING:
    from evalmode_runner.sandbox.locks import Locks


class Nursery:
    """The zygote's whole work after it has been locked away.

    Args:
        judge: The talk with the judge.
        entry: What runs in each child.
        locks: The locks that are put on a child.
        name_children: Whether the judge knows the children by other process ids than the zygote does.
    """

    def __init__(self, judge: socket.socket, entry: Entry, locks: Locks, *, name_children: bool) -> None:
        self._judge = judge
        self._entry = entry
        self._locks = locks
        self._name_children = name_children
        self._children: dict[int, int] = {}
        self._born = 0

    def serve(self) -> None:
        """Serve until the judge is gone; then end all children."""
        gc.collect()
        gc.freeze()  # what lives now is shared with every child for good: no collection may touch its pages
        watch, wake = socket.socketpair()
        watch.setblocking(False)
        wake.setblocking(False)
        signal.set_wakeup_fd(wake.fileno(), warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda _signal, _frame: None)
        control.send(self._judge, {"did": "ready"}, process=os.getpid())
        with watch, wake, selectors.DefaultSelector() as selector:
            selector.register(self._judge, selectors.EVENT_READ)
            selector.register(watch, selectors.EVENT_READ)
            while True:
                for key, _ in selector.select():
                    if key.fileobj is watch:
                        with contextlib.suppress(BlockingIOError):
                            watch.recv(4096)
                    elif not self._obey():
                        self._end_all()
                        return
                self._reap()

    def _obey(self) -> bool:
        asked = control.receive(self._judge)
        if asked is None:
            return False
        message = asked.message
        if message["do"] == "fork":
            self._fork()
        elif message["do"] == "kill":
            self._kill(message["child"])
        return True

    def _fork(self) -> None:
        ours, theirs = socket.socketpair()
        output, output_end = os.pipe()
        errors, errors_end = os.pipe()
        self._born += 1
        self._locks.before_fork()
        pid = fork_quietly()
        if pid == 0:
            live(Birth(self._born, theirs, output_end, errors_end), self._entry, self._locks)
        with contextlib.suppress(OSError):
            os.setpgid(pid, pid)
        self._children[pid] = self._born
        message: dict[str, Any] = {"did": "fork", "child": self._born, "pid": pid, "named": self._name_children}
        named = pid if self._name_children else None
        control.send(self._judge, message, (ours.fileno(), output, errors), process=named)
        for descriptor in (output, output_end, errors, errors_end):
            os.close(descriptor)
        ours.close()
        theirs.close()

    def _kill(self, child: int) -> None:
        for pid, number in self._children.items():
            if number == child:
                _end(pid)

    def _reap(self) -> None:
        while self._children:
            try:
                pid, status, used = os.wait4(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            number = self._children.pop(pid, None)
            if number is not None:
                with contextlib.suppress(OSError):  # what it has left in its group, where no namespace ends it
                    os.killpg(pid, signal.SIGKILL)
                self._locks.clear(number)
                self._tell(number, status, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)

    def _tell(self, child: int, status: int, cpu_seconds: float, rss_bytes: int) -> None:
        code = os.waitstatus_to_exitcode(status)
        message = {"did": "end", "child": child, "code": code, "cpu": cpu_seconds, "rss": rss_bytes}
        with contextlib.suppress(OSError):
            control.send(self._judge, message)

    def _end_all(self) -> None:
        for pid in self._children:
            _end(pid)
        for pid in self._children:
            with contextlib.suppress(OSError):
                os.waitpid(pid, 0)


def _end(pid: int) -> None:
    with contextlib.suppress(OSError):
        os.killpg(pid, signal.SIGKILL)
    with contextlib.suppress(OSError):
        os.kill(pid, signal.SIGKILL)


def fork_quietly() -> int:
    """Fork, as ``os.fork`` does."""
    with warnings.catch_warnings():
        # Python warns of forks of many threads; the libraries here have been told to use one.
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()

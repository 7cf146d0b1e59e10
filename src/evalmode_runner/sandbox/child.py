"""A child as the judge sees it."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import threading
from typing import TYPE_CHECKING, Any

from evalmode_runner.sandbox.values import Ending, Kind, Limits

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

_PATIENCE_SECONDS = 10.0
# The kernel ends a process by one count of its processor time (by ticks) and tells us another (by the clock), and on a
# busy machine they differ.
_CLOCKS_DIFFER = 0.5


class Child:
    """One locked-down process, ready for one submission.

    Attributes:
        channel: The talk with the entry that runs in the child.
        output: Read end, not blocking, of what the child writes to standard output.
        errors: The same for standard error.
        pid: Its process id, as the judge's side of the system knows it.
        number: The number the zygote knows it by.
        memory_at_birth: Its private memory in bytes when it was taken, most of it the zygote's.
    """

    def __init__(
        self, number: int, pid: int, descriptors: tuple[int, ...], limits: Limits, ask: Callable[[dict[str, Any]], None]
    ) -> None:
        channel, self.output, self.errors = descriptors
        self.channel = socket.socket(fileno=channel)
        os.set_blocking(self.output, False)
        os.set_blocking(self.errors, False)
        self.pid = pid
        self.number = number
        self.memory_at_birth: int | None = None
        self._limits = limits
        self._ask = ask
        self._ended = threading.Event()
        self._ending = Ending("running")
        self._reason: Kind | None = None
        self._peak: int | None = None
        self._closed = False

    @property
    def peak_memory(self) -> int | None:
        """Largest private memory seen, in bytes above the zygote's; None while nothing was seen."""
        return self._peak

    def kill(self) -> None:
        """End the child and all it has started, and wait until the zygote has reaped it. Harmless when it has ended."""
        self.end_because("killed")
        self._ended.wait(_PATIENCE_SECONDS)

    def ending(self, wait_seconds: float) -> Ending:
        """How it ended; of kind ``running`` when it has not within the time."""
        self._ended.wait(wait_seconds)
        return self._ending

    def close(self) -> None:
        """Kill it if it lives, and close our ends of its channel and outputs."""
        self.kill()
        self._close_ends()

    def discard(self) -> None:
        """The same without waiting until it is gone, which takes the kernel a while."""
        self.end_because("killed")
        self._close_ends()

    def _close_ends(self) -> None:
        if not self._closed:
            self._closed = True
            self.channel.close()
            os.close(self.output)
            os.close(self.errors)

    def __enter__(self) -> Child:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def end_because(self, reason: Kind) -> None:
        """Have it killed for a reason that its ending will give; the first reason counts."""
        if self._ended.is_set():
            return
        self._reason = self._reason or reason
        with contextlib.suppress(OSError):
            self._ask({"do": "kill", "child": self.number})

    def saw_memory(self, private_bytes: int, *, limited: bool) -> None:
        """Take note of its private memory above the zygote's; when the limit counts and is passed, end it."""
        self._peak = max(self._peak or 0, private_bytes)
        if limited and private_bytes > self._limits.memory_bytes:
            self.end_because("memory_limit")

    def has_ended(self, message: dict[str, Any]) -> None:
        """Take the zygote's word for how it ended."""
        code, cpu = int(message["code"]), float(message["cpu"])
        kind = self._kind(code, cpu)
        self._ending = Ending(kind, code if code >= 0 else None, -code if code < 0 else None, cpu, self._peak)
        self._ended.set()

    def is_lost(self) -> None:
        """The zygote died before it could say how this child ended."""
        if not self._ended.is_set():
            self._ending = Ending("lost")
            self._ended.set()

    def _kind(self, code: int, cpu_seconds: float) -> Kind:
        if code >= 0:
            return "exited"
        if code == -signal.SIGSYS:
            return "forbidden_call"
        if self._reason and code == -signal.SIGKILL:
            return self._reason
        # At its limit of processor time the kernel kills outright, for the first process of a namespace hears no
        # other signal; the time used tells it from other kills.
        if code == -signal.SIGXCPU or (
            code == -signal.SIGKILL and cpu_seconds >= self._limits.cpu_seconds * _CLOCKS_DIFFER
        ):
            return "cpu_limit"
        return "signalled"

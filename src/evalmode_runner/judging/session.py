"""Talking to one sandboxed child: cases go out ahead, answers come back in order, and silence has an end."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import time
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from evalmode_runner.values import WireError, frame_length, pack, unpack

if TYPE_CHECKING:
    from evalmode_runner.sandbox import Child, Ending

_MAX_OUTPUT = 64 * 1024
_SPOUT = 4 * 2**20
_HELLO_SECONDS = 20.0
_LAST_SECONDS = 1.0


class Ended(Exception):
    """The child will not answer any more.

    Args:
        verdict: What that makes of the submission.
        message: Why, in one sentence.
    """

    def __init__(self, verdict: str, message: str) -> None:
        super().__init__(message)
        self.verdict, self.message = verdict, message


class ChildLost(Exception):
    """The child ended before any untrusted code could run in it, or its zygote died: never the candidate's fault."""


class ChildKilled(ChildLost):
    """Somebody killed the child: the system for want of memory, a person, or the submission itself; try again."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, in seconds of wall time: generous, as processor time has a limit of its own.

    Args:
        case: For one answer.
        total: For all of them together.
    """

    case: float = 12.0
    total: float = 40.0


class Session:
    """A talk with one child.

    Args:
        child: Fresh from the zygote.
        patience: How long to wait.
    """

    def __init__(self, child: Child, patience: Patience) -> None:
        self._child = child
        self._patience = patience
        self._deadline = time.monotonic() + patience.total
        self._outgoing: deque[memoryview] = deque()
        self._incoming = bytearray()
        self._printed: dict[int, bytearray] = {child.output: bytearray(), child.errors: bytearray()}
        self._spouted = 0
        self._closed_pipes: set[int] = set()
        self._poller = select.poll()
        child.channel.setblocking(False)
        for descriptor in self._printed:
            self._poller.register(descriptor, select.POLLIN)
        self.over = False

    def greet(self) -> None:
        """Hear the harness say hello, which it does before it has seen anything of a submission.

        Raises:
            ChildLost: It does not.
        """
        try:
            hello = self._next(time.monotonic() + _HELLO_SECONDS)
        except Ended as ended:
            raise ChildLost(ended.message) from ended
        if hello != {"hello": 1}:
            raise ChildLost("the child did not greet")
        self._deadline = time.monotonic() + self._patience.total

    def send(self, request: dict[str, Any]) -> None:
        """Have a request delivered; what does not fit yet goes out while answers are awaited."""
        self.send_frame(pack(request))

    def send_frame(self, frame: bytes) -> None:
        """The same with a request that is packed already."""
        self._outgoing.append(memoryview(frame))
        self._push()

    def receive(self) -> dict[str, Any]:
        """The next answer.

        Raises:
            Ended: There will be none.
            ChildLost: Its zygote died.
        """
        answer = self._next(min(self._deadline, time.monotonic() + self._patience.case))
        if not isinstance(answer, dict):
            raise self._end("security_violation", "Your code wrote to the judge's own channel.")
        return answer

    def ask(self, request: dict[str, Any]) -> dict[str, Any]:
        """Send one request and wait for its answer; nothing else may be under way."""
        self.send(request)
        return self.receive()

    def ask_frame(self, frame: bytes) -> dict[str, Any]:
        """The same with a request that is packed already."""
        self.send_frame(frame)
        return self.receive()

    def printed(self) -> tuple[str, str]:
        """What the child has printed so far to standard output and standard error, capped."""
        with contextlib.suppress(Ended):
            self._drain()
        out, errors = (bytes(kept).decode("utf-8", "replace") for kept in self._printed.values())
        return out, errors

    def _next(self, deadline: float) -> Any:
        while (length := self._length()) is None or len(self._incoming) < length:
            self._push()
            left = deadline - time.monotonic()
            if left <= 0:
                self._child.end_because("killed")
                raise self._end("time_limit", "It did not answer in time.")
            self._wait(left)
        frame = bytes(self._incoming[:length])
        del self._incoming[:length]
        try:
            return unpack(frame)
        except WireError as error:
            raise self._end("security_violation", f"Your code wrote to the judge's own channel ({error}).") from error

    def _length(self) -> int | None:
        try:
            return frame_length(self._incoming)
        except WireError as error:
            raise self._end("security_violation", f"Your code wrote to the judge's own channel ({error}).") from error

    def _wait(self, seconds: float) -> None:
        mask = select.POLLIN | (select.POLLOUT if self._outgoing else 0)
        self._poller.register(self._child.channel, mask)
        for descriptor, _ in self._poller.poll(min(seconds, 0.25) * 1000):
            if descriptor in self._printed:
                self._read_print(descriptor)
            else:
                self._read_channel()

    def _read_channel(self) -> None:
        try:
            data = self._child.channel.recv(1 << 20)
        except BlockingIOError:
            return
        except ConnectionError:
            data = b""
        if not data:
            raise self._cause()
        self._incoming += data

    def _push(self) -> None:
        while self._outgoing:
            try:
                sent = self._child.channel.send(self._outgoing[0])
            except BlockingIOError:
                return
            except OSError:
                self._outgoing.clear()  # the reading side will find out why
                return
            if sent == len(self._outgoing[0]):
                self._outgoing.popleft()
            else:
                self._outgoing[0] = self._outgoing[0][sent:]

    def _drain(self) -> None:
        for descriptor in self._printed:
            while self._read_print(descriptor):
                pass

    def _read_print(self, descriptor: int) -> bool:
        try:
            data = os.read(descriptor, 65536)
        except BlockingIOError:
            return False
        if not data:
            if descriptor not in self._closed_pipes:
                self._closed_pipes.add(descriptor)
                with contextlib.suppress(KeyError):
                    self._poller.unregister(descriptor)
            return False
        kept = self._printed[descriptor]
        kept += data[: max(0, _MAX_OUTPUT - len(kept))]
        self._spouted += len(data)
        if self._spouted > _SPOUT:
            self._child.end_because("killed")
            raise self._end("output_limit", f"It printed more than {_SPOUT // 2**20} MB.")
        return True

    def _cause(self) -> Ended | ChildLost:
        """Why the channel closed."""
        ending = self._child.ending(_LAST_SECONDS)
        if ending.kind == "running":  # it lives on with its channel closed
            self._child.end_because("killed")
            ending = self._child.ending(5.0)
        if ending.kind == "signalled" and ending.signal == signal.SIGKILL:
            return ChildKilled("The process that ran your code was killed, each time it was tried.")
        verdict, message = _verdict_of(ending)
        if verdict == "internal_error":
            return ChildLost(message)
        return self._end(verdict, message)

    def _end(self, verdict: str, message: str) -> Ended:
        self.over = True
        return Ended(verdict, message)


def _verdict_of(ending: Ending) -> tuple[str, str]:
    match ending.kind:
        case "forbidden_call":
            return "security_violation", "Your code asked the system for something that the sandbox forbids."
        case "cpu_limit":
            return "time_limit", "It used up its processor time."
        case "memory_limit":
            return "memory_limit", "It used more memory than it may."
        case "killed":
            return "runtime_error", "Your code closed the judge's channel."
        case "lost" | "running":
            return "internal_error", "The sandbox was lost."
    return "runtime_error", f"Your code ended its process ({ending})."

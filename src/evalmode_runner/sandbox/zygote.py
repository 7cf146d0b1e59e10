"""The judge's hold on its zygote: start it, take children, learn how they ended, end it."""

from __future__ import annotations

import contextlib
import os
import queue
import select
import signal
import socket
import sys
import threading
from types import TracebackType
from typing import Any

from evalmode_runner.sandbox import control
from evalmode_runner.sandbox.child import Child
from evalmode_runner.sandbox.newborn import live
from evalmode_runner.sandbox.nursery import Entry, Nursery
from evalmode_runner.sandbox.values import Isolation, Limits, SandboxLost, SandboxUnavailable, Tier

_TAKE_SECONDS = 30.0
_POLL_SECONDS = 0.01


class Zygote:
    """A process that has imported what submissions need and holds no secrets; it forks one child per submission.

    Attributes:
        tier: ``full`` when every layer holds, ``limited`` when some do (``layers`` names them), ``none``.
        layers: The layers that were probed on this machine and hold.
    """

    def __init__(self, pid: int, end: socket.socket, limits: Limits, tier: Tier, layers: tuple[str, ...]) -> None:
        self.tier: Tier = tier
        self.layers = layers
        self.pid = pid
        self._end = end
        self._limits = limits
        self._spares: queue.SimpleQueue[Child | None] = queue.SimpleQueue()
        self._children: dict[int, Child] = {}
        self._lost = False
        self._closed = False
        self._listener = threading.Thread(target=self._listen, name="zygote", daemon=True)

    @classmethod
    def start(
        cls, entry: Entry, *, spares: int = 1, isolation: Isolation = "auto", limits: Limits | None = None
    ) -> Zygote:
        """Fork a zygote from the calling process; call it before that process has read anything secret.

        Args:
            entry: Runs in each child, after all locks are on, with the child's end of the channel.
            spares: How many children are kept ready.
            isolation: ``full`` demands every layer, ``auto`` takes those that hold, ``none`` takes none.
            limits: What each child may use.

        Raises:
            SandboxUnavailable: ``full`` was demanded and cannot be had.
        """
        if isolation == "full":
            raise SandboxUnavailable("this build has no isolation layers")
        limits = limits or Limits()
        ours, theirs = control.pair()
        pid = os.fork()
        if pid == 0:
            _be_zygote(ours, theirs, entry)
        theirs.close()
        zygote = cls(pid, ours, limits, "none", ())
        zygote._listener.start()
        for _ in range(max(1, spares)):
            zygote._ask({"do": "fork"})
        return zygote

    @property
    def alive(self) -> bool:
        """Whether children can still be taken."""
        return not (self._lost or self._closed)

    def take(self) -> Child:
        """A child that nobody else has; the next one is forked meanwhile.

        Raises:
            SandboxLost: The zygote has died or was closed.
        """
        if self.alive:
            try:
                self._ask({"do": "fork"})
                child = self._spares.get(timeout=_TAKE_SECONDS)
            except (OSError, queue.Empty):
                child = None
            if child is not None:
                return child
        self._spares.put(None)
        raise SandboxLost("the process that starts the sandboxes has died")

    def close(self) -> None:
        """End the zygote and every child."""
        if not self._closed:
            self._closed = True
            with contextlib.suppress(OSError):
                self._end.shutdown(socket.SHUT_RDWR)
            self._listener.join(_TAKE_SECONDS)
            with contextlib.suppress(OSError):
                os.kill(self.pid, signal.SIGKILL)
            with contextlib.suppress(OSError):
                os.waitpid(self.pid, 0)
            self._end.close()

    def __enter__(self) -> Zygote:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _ask(self, message: dict[str, Any]) -> None:
        control.send(self._end, message)

    def _listen(self) -> None:
        """Hear the zygote until it is gone, and look at the memory of the children meanwhile."""
        waiter = select.poll()
        waiter.register(self._end, select.POLLIN)
        while True:
            heard = waiter.poll(_POLL_SECONDS * 1000 if self._children else None)
            if heard and not self._hear():
                break
        self._lost = True
        for child in list(self._children.values()):
            child.is_lost()
        self._spares.put(None)

    def _hear(self) -> bool:
        try:
            heard = control.receive(self._end)
        except OSError:
            return False
        if heard is None:
            return False
        message, descriptors = heard
        number = message["child"]
        if message["did"] == "fork":
            child = Child(number, message["pid"], descriptors, self._limits, self._ask_to_kill)
            self._children[number] = child
            self._spares.put(child)
        elif message["did"] == "end":
            self._children.pop(number).has_ended(message)
        return True

    def _ask_to_kill(self, number: int) -> None:
        self._ask({"do": "kill", "child": number})


def _be_zygote(judges_end: socket.socket, end: socket.socket, entry: Entry) -> None:
    """Never returns: the fork must not run on in the judge's program."""
    try:
        judges_end.close()
        for standard in (0, 1, 2):  # no pipe made later may get one of these numbers
            with contextlib.suppress(OSError):
                os.dup2(os.open(os.devnull, os.O_RDWR), standard) if _closed(standard) else None
        Nursery(end, lambda birth: live(birth, entry, lambda: None), lambda: None).serve()
    except BaseException:  # noqa: BLE001 - said on standard error, and the judge sees the channel close
        sys.excepthook(*sys.exc_info())
    finally:
        os._exit(0)


def _closed(descriptor: int) -> bool:
    try:
        os.fstat(descriptor)
    except OSError:
        return True
    return False

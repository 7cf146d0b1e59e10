"""The line between the judge and one zygote: asks for children, hears how they end, watches their memory."""

from __future__ import annotations

import contextlib
import queue
import select
import socket
import threading
from typing import Any

from evalmode_runner.sandbox import control
from evalmode_runner.sandbox.child import Child
from evalmode_runner.sandbox.memory import private_bytes
from evalmode_runner.sandbox.values import Limits, SandboxLost

_PATIENCE_SECONDS = 30.0
_LOOK_MILLISECONDS = 5


class Line:
    """Everything the judge shares with one zygote, from its start to its death.

    Args:
        end: The judge's end.
        limits: What each child may use.
        watched: Whether a child that has too much memory is ended.
    """

    def __init__(self, end: socket.socket, limits: Limits, *, watched: bool) -> None:
        self._end = end
        self._limits = limits
        self._watched = watched
        self._spares: queue.SimpleQueue[Child | None] = queue.SimpleQueue()
        self._children: dict[int, Child] = {}
        self._taken: dict[int, Child] = {}
        self._lost = False
        self._count, self._ready = 1, 0
        self._counting = threading.Lock()
        self._sleeper, self._alarm = socket.socketpair()  # wakes the listener when there is a child to watch
        self._listener = threading.Thread(target=self._listen, name="zygote", daemon=True)

    @property
    def alive(self) -> bool:
        """Whether the zygote can still be heard."""
        return not self._lost

    def begin(self, spares: int) -> int:
        """Wait until the zygote is ready and have the first children forked; gives its process id.

        Raises:
            SandboxLost: It died before it was ready.
        """
        heard = control.receive(self._end)
        if heard is None:
            self.close()
            raise SandboxLost("the process that starts the sandboxes died when its locks were put on")
        self._listener.start()
        self._count = max(1, spares)
        self.replenish()
        return heard.process or 0

    def take(self) -> Child:
        """A child that nobody else has. The next one is not forked yet: that would be in the way of this one.

        Raises:
            SandboxLost: The zygote is gone.
        """
        child = None
        if self.alive:
            with contextlib.suppress(OSError, queue.Empty):
                with self._counting:
                    if self._ready == 0:
                        self._fork()
                    self._ready -= 1
                child = self._spares.get(timeout=_PATIENCE_SECONDS)
        if child is None or not self.alive:
            self._spares.put(None)  # for the next who waits
            raise SandboxLost("the process that starts the sandboxes has died")
        child.memory_at_birth = private_bytes(child.pid)
        self._taken[child.number] = child
        with contextlib.suppress(OSError):
            self._alarm.send(b"!")
        return child

    def replenish(self) -> None:
        """Have children forked until as many are ready, or on their way, as there should be.

        Raises:
            OSError: The zygote is gone.
        """
        with self._counting:
            while self._ready < self._count:
                self._fork()

    def close(self) -> None:
        """End the zygote and every child, and wait until it is gone."""
        if self._listener.is_alive():
            with contextlib.suppress(OSError):
                self._end.shutdown(socket.SHUT_WR)
            self._listener.join(_PATIENCE_SECONDS)
        self._lost = True
        for end in (self._end, self._sleeper, self._alarm):
            end.close()
        with contextlib.suppress(queue.Empty):
            while True:
                spare = self._spares.get_nowait()
                if spare is not None:
                    spare.close()

    def ask(self, message: dict[str, Any]) -> None:
        """Have the zygote do something.

        Raises:
            OSError: It is gone.
        """
        control.send(self._end, message)

    def _fork(self) -> None:
        self.ask({"do": "fork"})
        self._ready += 1

    def _listen(self) -> None:
        waiter = select.poll()
        waiter.register(self._end, select.POLLIN)
        waiter.register(self._sleeper, select.POLLIN)
        while True:
            awake = [descriptor for descriptor, _ in waiter.poll(_LOOK_MILLISECONDS if self._taken else None)]
            if self._sleeper.fileno() in awake:
                self._sleeper.recv(64)
            if self._end.fileno() in awake:
                heard = self._hear()
                if heard is None:
                    break
                self._note(heard)
            for child in list(self._taken.values()):
                self._look_at(child)
        self._lost = True
        for child in list(self._children.values()):
            child.is_lost()
        self._spares.put(None)

    def _hear(self) -> control.Heard | None:
        try:
            return control.receive(self._end)
        except OSError:
            return None

    def _note(self, heard: control.Heard) -> None:
        number = int(heard.message["child"])
        if heard.message["did"] == "fork":
            # Every message comes with a process id, the sender's where it could not name another.
            pid = heard.process if heard.message["named"] and heard.process else int(heard.message["pid"])
            child = Child(number, pid, heard.descriptors, self._limits, self.ask)
            self._children[number] = child
            self._spares.put(child)
        else:
            self._taken.pop(number, None)
            self._children.pop(number).has_ended(heard.message)

    def _look_at(self, child: Child) -> None:
        now = private_bytes(child.pid)
        if now is not None and child.memory_at_birth is not None:
            child.saw_memory(max(0, now - child.memory_at_birth), limited=self._watched)

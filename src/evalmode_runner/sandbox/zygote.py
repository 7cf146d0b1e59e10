"""The judge's hold on its zygote: start it, take children, learn how they ended, end it."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING

from evalmode_runner.sandbox import control
from evalmode_runner.sandbox.keeper import Order, keep
from evalmode_runner.sandbox.layers import LAYERS
from evalmode_runner.sandbox.line import Line
from evalmode_runner.sandbox.nursery import fork_quietly
from evalmode_runner.sandbox.spawning import SpawnedLine
from evalmode_runner.sandbox.values import Isolation, Limits, SandboxLost, SandboxUnavailable, Tier

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterable
    from types import TracebackType

    from evalmode_runner.sandbox.child import Child
    from evalmode_runner.sandbox.newborn import Entry


class Zygote:
    """A process that has imported what submissions need and holds no secrets; it forks one child per submission.

    Attributes:
        tier: ``full`` when every layer holds, ``limited`` when some do (``layers`` names them), ``none``.
        layers: The layers that were probed on this machine and hold.
        failures: Why each of the others does not.
        pid: The zygote's process id.
    """

    def __init__(self, entry: Entry, limits: Limits, spares: int) -> None:
        self.tier: Tier = "none"
        self.layers: tuple[str, ...] = ()
        self.failures: dict[str, str] = {}
        self.pid = 0
        self._entry = entry
        self._limits = limits
        self._count = max(1, spares)
        self._keeper = 0
        self._orders: socket.socket | None = None
        self._line: Line | SpawnedLine | None = None

    @classmethod
    def start(
        cls,
        entry: Entry,
        *,
        spares: int = 1,
        isolation: Isolation = "auto",
        limits: Limits | None = None,
        libraries: Iterable[str] = ("torch", "numpy"),
        without: Iterable[str] = (),
        fork: bool = sys.platform == "linux",
    ) -> Zygote:
        """Fork a zygote from the calling process; call it before that process has read anything secret.

        Args:
            entry: Runs in each child, after all locks are on, with the child's end of the channel. All it needs must
                be imported by now: a child can read Python's standard library and the libraries, not our own files.
            spares: How many children are kept ready.
            isolation: ``full`` demands every layer, ``auto`` takes those that hold, ``none`` takes none.
            limits: What each child may use.
            libraries: Imported modules whose installations stay readable, for what they import late.
            without: Layers to leave out, to prove in a test that they are needed.
            fork: Whether children are forked. Where they cannot be, each is a fresh interpreter without any layer.

        Raises:
            SandboxUnavailable: ``full`` was demanded and cannot be had.
            SandboxLost: The zygote died at once.
        """
        zygote = cls(entry, limits or Limits(), spares)
        wanted = frozenset(LAYERS) - frozenset(without) if isolation != "none" and fork else frozenset()
        try:
            if fork:
                zygote._start_keeper(wanted, tuple(libraries))
            if isolation == "full" and zygote.tier != "full":
                raise SandboxUnavailable(_why(zygote.failures))  # noqa: TRY301 - what was started is ended below
            zygote.revive()
        except BaseException:
            zygote.close()
            raise
        return zygote

    @property
    def alive(self) -> bool:
        """Whether children can still be taken."""
        return self._line is not None and self._line.alive

    def take(self) -> Child:
        """A child that nobody else has; ``replenish`` has the next one forked.

        Raises:
            SandboxLost: The zygote has died or was closed; ``revive`` starts another.
        """
        if self._line is None:
            raise SandboxLost("the sandbox was closed")
        return self._line.take()

    def replenish(self) -> None:
        """Have children forked in place of those that were taken; without it the next ``take`` waits for a fork."""
        if self._line is not None:
            with contextlib.suppress(OSError):  # take() will say that it is gone
                self._line.replenish()

    def revive(self) -> None:
        """Start another zygote in place of one that has died, from a process as free of secrets as the first was.

        Raises:
            SandboxLost: That could not be done.
        """
        if self._line:
            self._line.close()
        if self._orders is None:
            self._line = SpawnedLine(self._entry, self._limits, self._count)
            return
        ours, theirs = control.pair()
        with theirs:
            try:
                control.send(self._orders, {"do": "zygote"}, (theirs.fileno(),))
            except OSError as error:
                ours.close()
                raise SandboxLost("the process that starts zygotes has died") from error
        line = Line(ours, self._limits, watched="memory" in self.layers)
        self.pid = line.begin(self._count)
        self._line = line

    def close(self) -> None:
        """End the zygote and every child."""
        if self._line:
            self._line.close()
        self._line = None
        if self._orders:
            self._orders.close()
        if self._keeper:
            with contextlib.suppress(OSError):
                os.waitpid(self._keeper, 0)
            self._keeper = 0

    def __enter__(self) -> Zygote:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _start_keeper(self, wanted: frozenset[str], libraries: tuple[str, ...]) -> None:
        """Fork the process that starts zygotes, and learn from it what holds here."""
        self._orders, theirs = control.pair()
        sys.stdout.flush()
        sys.stderr.flush()
        self._keeper = fork_quietly()
        if self._keeper == 0:
            keep(self._orders, theirs, Order(self._entry, self._limits, wanted, libraries))
        theirs.close()
        heard = control.receive(self._orders)
        if heard is None:
            raise SandboxLost("the process that tries the sandbox's layers has died")
        held = set(heard.message["layers"])
        self.layers = tuple(name for name in LAYERS if name in held)
        self.failures = dict(heard.message["failures"])
        self.tier = "full" if held == set(LAYERS) else "limited" if held else "none"


def _why(failures: dict[str, str]) -> str:
    if not failures:
        return "full isolation can only be had on Linux"
    reasons = "; ".join(f"{layer} ({reason})" for layer, reason in failures.items())
    return f"full isolation cannot be had here, because these layers do not hold: {reasons}"

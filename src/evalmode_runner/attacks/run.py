"""Runs the programs, each in a child of its own, and sees what they got."""

from __future__ import annotations

import array
import contextlib
import json
import os
import platform
import select
import socket
import struct
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evalmode_runner.attacks import foreign
from evalmode_runner.attacks.evidence import LIMITS, Run, got_through
from evalmode_runner.attacks.program import Program, load_programs
from evalmode_runner.attacks.seen import Seen, entries
from evalmode_runner.attacks.tools import READY, perform
from evalmode_runner.attacks.world import LIBRARY, World
from evalmode_runner.sandbox import Child, SandboxLost, Zygote
from evalmode_runner.sandbox.nursery import fork_quietly

_RUN_SECONDS = 6.0
_LONG_SECONDS = 30.0  # for what is measured in processor time, on a machine that has others to serve
_LOOK_SECONDS = 0.004
_AFTERWARDS_SECONDS = 0.25
_MAX_BYTES = 2**20
_MAX_HANDLES = 253

ZygoteFactory = Callable[..., Zygote]


@dataclass(frozen=True, slots=True)
class AttackResult:
    """What became of one attack.

    Args:
        name: The program.
        family: What kind of attack it is.
        layer: The layers that stop it, with commas.
        stopped: Whether it got nowhere.
        how: What was seen when it got through; else how its process ended, and its last words.
    """

    name: str
    family: str
    layer: str
    stopped: bool
    how: str


def run_attacks(
    zygote_factory: ZygoteFactory = Zygote.start, programs: Iterable[Program] | None = None
) -> list[AttackResult]:
    """Run attacks against sandboxes of one kind.

    Args:
        zygote_factory: ``Zygote.start``, or it with some of its arguments given; called with an entry, ``limits`` and
            ``libraries``.
        programs: The attacks, all when not given. Those that would do harm without a layer this sandbox lacks, or that
            need something this machine lacks, are left out.

    Raises:
        SandboxUnavailable: The factory demands an isolation that cannot be had.
        SandboxLost: No zygote can be started any more.
    """
    chosen = list(load_programs() if programs is None else programs)
    with World() as world, zygote_factory(perform, limits=LIMITS, libraries=(LIBRARY, "torch", "numpy")) as zygote:
        world.fill(zygote.pid)
        has = abilities()
        fit = [program for program in chosen if program.needs <= has and program.only_with <= set(zygote.layers)]
        fit.sort(key=lambda program: program.evidence == "zygote")  # what ends the zygote ends the neighbour too
        with _Neighbour(zygote, world):
            return [_attack(program, zygote, world) for program in fit]


def abilities() -> frozenset[str]:
    """Words for what this machine and user offer to an attacker; compare ``Program.needs``."""
    found = {platform.machine()}
    if os.geteuid() == 0:
        found.add("root")
    for name in ("AF_ALG", "AF_VSOCK", "AF_PACKET", "AF_NETLINK"):
        with contextlib.suppress(OSError, AttributeError), socket.socket(getattr(socket, name), _kind_of(name)):
            found.add(name.lower())
    if _says("/proc/sys/kernel/yama/ptrace_scope", "0") in {"0", "1" if os.geteuid() == 0 else "0"}:
        found.add("ptrace")
    if _says("/proc/sys/kernel/io_uring_disabled", "2") == "0":
        found.add("io_uring")
    if int(_says("/proc/sys/kernel/perf_event_paranoid", "4")) <= 2:
        found.add("perf")
    if Path("/dev/shm").is_dir():  # noqa: S108 - only looked at
        found.add("shm")
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET6) as end:
        end.bind(("::1", 0))
        found.add("ipv6")
    if Path("/proc/sys/user/max_user_namespaces").exists():
        found.add("user_namespaces")
    return frozenset(found | _foreign_calls())


def _kind_of(family: str) -> int:
    return {"AF_ALG": socket.SOCK_SEQPACKET, "AF_VSOCK": socket.SOCK_STREAM}.get(family, socket.SOCK_RAW)


def _says(path: str, otherwise: str) -> str:
    try:
        return Path(path).read_text(encoding="ascii").strip()
    except OSError:
        return otherwise


def _foreign_calls() -> set[str]:
    """Which other interfaces to the kernel this one has, found in a process that may crash."""
    if platform.machine() != "x86_64":
        return set()
    found = set()
    for name, works in (("ia32", foreign.ia32_works), ("x32", foreign.x32_works)):
        pid = fork_quietly()
        if pid == 0:
            try:
                os._exit(0 if works() else 1)
            finally:
                os._exit(1)
        if os.waitpid(pid, 0)[1] == 0:
            found.add(name)
    return found


def _attack(program: Program, zygote: Zygote, world: World) -> AttackResult:
    run = _run(program, zygote, world, phase=1)
    if program.evidence == "next":
        run.next_said = _run(program, zygote, world, phase=2).said
    through = got_through(program.evidence, run, world)
    for handle in run.handles:
        os.close(handle)
    _clear_up(world)
    last_words = run.said.decode("utf-8", "replace").strip().rpartition("\n")[2][:200]
    how = program.leaks if through else f"{run.ending}; {last_words}" if last_words else str(run.ending)
    return AttackResult(program.name, program.family, ", ".join(sorted(program.stopped_by)), not through, how)


def _clear_up(world: World) -> None:
    """Forget what this run did, so that it is not held against the next."""
    world.outside_changed()
    world.called()
    world.victim_suffered()
    world.clock_was_set()


def _run(program: Program, zygote: Zygote, world: World, phase: int) -> Run:
    child = _take_ready(zygote)
    facts = world.facts | {"phase": phase, "secret": ""}
    if program.evidence == "next" and phase == 1:
        facts["secret"] = world.neighbours_word()  # what it is to leave behind
    heard = _Ears(child)
    seen = Seen(child.pid)
    seen.look()  # as it was before it began
    send(child, program, facts)
    deadline = time.monotonic() + (_LONG_SECONDS if program.evidence == "processor" else _RUN_SECONDS)
    held: list[os.stat_result] = []
    while time.monotonic() < deadline and child.ending(0).kind == "running" and not heard.too_much:
        seen.look()
        held = max(held, entries(heard.handles), key=len)
        heard.listen(_LOOK_SECONDS)
    child.kill()
    open_after = not heard.drain(_AFTERWARDS_SECONDS)
    ending = child.ending(1)
    died = _has_died(zygote)
    run = Run(bytes(heard.said), heard.handles, ending, child.peak_memory or 0, seen, open_after, died, held)
    child.close()
    return run


def _take_ready(zygote: Zygote) -> Child:
    """A child with all its locks on, from a new zygote when the last attack has killed the old one."""
    try:
        child = zygote.take()
    except SandboxLost:
        zygote.revive()
        child = zygote.take()
    child.channel.settimeout(_LONG_SECONDS)
    child.channel.recv(len(READY))
    child.channel.settimeout(None)
    return child


def _has_died(zygote: Zygote) -> bool:
    return not zygote.alive


def send(child: Child, program: Program, facts: dict[str, Any]) -> None:
    """Have a child whose entry is ``perform`` run a program."""
    order = json.dumps({"name": program.name, "source": program.source, "facts": facts}).encode()
    with contextlib.suppress(OSError):
        child.channel.sendall(struct.pack("!I", len(order)) + order)


class _Ears:
    """Hears all that a child says on its three ways out, up to a limit."""

    def __init__(self, child: Child) -> None:
        self.said = bytearray()
        self.handles: list[int] = []
        self._channel = child.channel
        self._open = {child.output, child.errors, child.channel.fileno()}

    @property
    def too_much(self) -> bool:
        return len(self.said) > _MAX_BYTES

    def listen(self, seconds: float) -> None:
        """Hear what comes within some time, or wait that long when all is said."""
        if not self._open:
            time.sleep(seconds)
        for descriptor in select.select(list(self._open), [], [], seconds)[0]:
            data = self._receive() if descriptor == self._channel.fileno() else _read(descriptor)
            if data == b"":
                self._open.discard(descriptor)
            self.said += data

    def drain(self, seconds: float) -> bool:
        """Hear the rest; whether every way was closed within the time."""
        deadline = time.monotonic() + seconds
        while self._open and not self.too_much and time.monotonic() < deadline:
            self.listen(0.01)
        return not self._open or self.too_much

    def _receive(self) -> bytes:
        size = array.array("i").itemsize
        try:
            data, beside, _, _ = self._channel.recvmsg(65536, socket.CMSG_SPACE(_MAX_HANDLES * size))
        except OSError:
            return b""
        for _, kind, content in beside:
            if kind == socket.SCM_RIGHTS:
                self.handles += array.array("i", content[: len(content) - len(content) % size])
        return data


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except BlockingIOError:
        return b"\n"
    except OSError:
        return b""


_KEEPS_A_SECRET = Program(
    name="neighbour",
    family="",
    does="",
    stopped_by=frozenset(),
    evidence="",
    leaks="",
    needs=frozenset(),
    only_with=frozenset(),
    source="""
import os, time
from evalmode_runner.attacks.tools import facts
with open("kept.txt", "w") as file:
    file.write(facts.secret)
print(os.path.abspath("kept.txt"), flush=True)
time.sleep(120)
""",
)


class _Neighbour:
    """Another child with a secret in its own folder, alive while the attacks run."""

    def __init__(self, zygote: Zygote, world: World) -> None:
        self._child = _take_ready(zygote)
        ears = _Ears(self._child)
        send(self._child, _KEEPS_A_SECRET, world.facts | {"secret": world.neighbours_word()})
        deadline = time.monotonic() + _RUN_SECONDS
        while b"\n" not in ears.said and time.monotonic() < deadline:
            ears.listen(_LOOK_SECONDS)
        world.facts["neighbour"] = ears.said.decode("utf-8", "replace").strip()

    def __enter__(self) -> None:
        return None

    def __exit__(self, *_: object) -> None:
        self._child.close()

"""What counts as getting through: one function for each word a program's head may use."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass, field

from evalmode_runner.attacks.seen import Seen, describe
from evalmode_runner.attacks.world import World
from evalmode_runner.sandbox import Ending, Limits

#: What the attacked children may use: little, so that a program which gets through needs no more than that either.
LIMITS = Limits(
    cpu_seconds=1, memory_bytes=64 * 2**20, file_bytes=2**20, box_bytes=4 * 2**20, box_files=200, open_files=64
)
_ADDRESS_SPACE = 32 * 2**30
_HONEST_TASKS = 1


@dataclass(slots=True)
class Run:
    """All that is known of one run, without asking the program.

    Args:
        said: Its output, errors and what it sent on the channel.
        handles: Descriptors it handed over.
        ending: How it ended.
        peak_memory: Private memory, as measured from outside.
        seen: What was seen of it while it ran.
        open_after: Whether somebody still held its output when it had been ended.
        entries: What its folder held at the fullest, when it handed that over.
        zygote_died: Whether the zygote did not survive it.
        next_said: What the same program said when it was run again in the next child.
    """

    said: bytes
    handles: list[int]
    ending: Ending
    peak_memory: int
    seen: Seen
    open_after: bool
    zygote_died: bool
    entries: list[os.stat_result] = field(default_factory=list)
    next_said: bytes = b""


def got_through(evidence: str, run: Run, world: World) -> bool:
    """Whether a run shows what its program's head says would be seen."""
    kind, _, argument = evidence.partition(" ")
    return KINDS[kind](run, world, argument)


def _handle(run: Run, _world: World, wanted: str) -> bool:
    return any(describe(handle).startswith(wanted) for handle in run.handles)


def _large_file(run: Run, _world: World, _argument: str) -> bool:
    return any(os.fstat(handle).st_size > LIMITS.file_bytes for handle in run.handles)


def _large_box(run: Run, _world: World, _argument: str) -> bool:
    return sum(entry.st_size for entry in run.entries) > LIMITS.box_bytes


def _many_files(run: Run, _world: World, _argument: str) -> bool:
    return len(run.entries) > LIMITS.box_files


def _strange_file(run: Run, _world: World, _argument: str) -> bool:
    plain = (stat.S_ISREG, stat.S_ISDIR)
    return any(not any(is_it(entry.st_mode) for is_it in plain) for entry in run.entries)


Kind = Callable[[Run, World, str], bool]

KINDS: dict[str, Kind] = {
    "secret": lambda run, world, _: world.leaked(run.said),
    "next": lambda run, world, _: world.leaked(run.next_said),
    "changed": lambda _, world, __: world.outside_changed(),
    "called": lambda _, world, __: world.called(),
    "victim": lambda _, world, __: world.victim_suffered(),
    "clock": lambda _, world, __: world.clock_was_set(),
    "zygote": lambda run, _, __: run.zygote_died,
    "outlived": lambda run, _, __: run.open_after,
    "processor": lambda run, _, __: run.ending.cpu_seconds > LIMITS.cpu_seconds + 0.3,
    "memory": lambda run, _, __: run.peak_memory > 2 * LIMITS.memory_bytes,
    "address-space": lambda run, _, __: run.seen.address_space > _ADDRESS_SPACE,
    "locked": lambda run, _, __: run.seen.locked > 0,
    "tasks": lambda run, _, __: run.seen.tasks > _HONEST_TASKS,
    "renamed": lambda run, _, __: run.seen.renamed,
    "capabilities": lambda run, _, __: run.seen.gained != 0,
    "priority": lambda run, _, __: run.seen.priority < 0,
    "oom": lambda run, _, __: run.seen.oom_changed,
    "handle": _handle,
    "handles": lambda run, _, __: len(run.handles) > LIMITS.open_files,
    "large-file": _large_file,
    "large-box": _large_box,
    "many-files": _many_files,
    "strange-file": _strange_file,
}

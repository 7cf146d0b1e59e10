"""The classic limits of a process."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

    from evalmode_runner.sandbox.values import Limits

resource: ModuleType | None
try:
    import resource
except ImportError:  # there is none on Windows
    resource = None

# Torch reserves address space it never touches; the bound is there for what escapes the watch on memory.
_ADDRESS_SLACK_BYTES = 4 * 2**30


def limit(limits: Limits, address_space_bytes: int) -> None:
    """Put the limits on this process; where the system lacks one it is left out.

    Args:
        limits: What is wanted.
        address_space_bytes: What the process has mapped by now.
    """
    wanted = {
        "RLIMIT_CPU": max(1, limits.cpu_seconds),
        "RLIMIT_FSIZE": limits.file_bytes,
        "RLIMIT_NOFILE": limits.open_files,
        "RLIMIT_STACK": limits.stack_bytes,
        "RLIMIT_NPROC": limits.tasks,
        "RLIMIT_CORE": 0,
        "RLIMIT_MEMLOCK": 0,
        "RLIMIT_MSGQUEUE": 0,
        "RLIMIT_NICE": 0,
        "RLIMIT_RTPRIO": 0,
    }
    if address_space_bytes:
        wanted["RLIMIT_AS"] = address_space_bytes + limits.memory_bytes + _ADDRESS_SLACK_BYTES
    _put_on(wanted)


def limit_lightly(limits: Limits, used_seconds: int) -> None:
    """Put those limits on this process that no other process of the user feels, on any system.

    Args:
        limits: What is wanted.
        used_seconds: Processor time the process has used by now, which comes on top.
    """
    _put_on(
        {
            "RLIMIT_CPU": max(1, limits.cpu_seconds) + used_seconds,
            "RLIMIT_FSIZE": limits.file_bytes,
            "RLIMIT_NOFILE": limits.open_files,
            "RLIMIT_CORE": 0,
        }
    )


def _put_on(wanted: dict[str, int]) -> None:
    if resource is None:
        return
    for name, value in wanted.items():
        which = getattr(resource, name, None)
        if which is not None:
            _, hard = resource.getrlimit(which)
            allowed = value if hard == resource.RLIM_INFINITY else min(value, hard)
            with contextlib.suppress(ValueError):  # macOS has its own ideas of what is too low
                resource.setrlimit(which, (allowed, allowed))


def address_space_bytes() -> int:
    """What this process has mapped; 0 where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (OSError, ValueError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")

"""The values the sandbox takes and gives: limits, how a child ended, what may go wrong."""

from __future__ import annotations

import signal
from dataclasses import dataclass
from typing import Literal

Isolation = Literal["auto", "full", "none"]
Tier = Literal["full", "limited", "none"]
Kind = Literal["running", "exited", "signalled", "forbidden_call", "cpu_limit", "memory_limit", "killed", "lost"]


class SandboxError(Exception):
    """Root of what the sandbox raises; never the submission's fault."""


class SandboxLost(SandboxError):  # noqa: N818 - it says what happened
    """The zygote has died, and its children with it; start another one and judge again."""


class SandboxUnavailable(SandboxError):  # noqa: N818 - it says what happened
    """The isolation that was demanded cannot be had on this machine; the message says which layers fail and why."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one child may use.

    Args:
        cpu_seconds: Processor time, at least 1; whole seconds, as the kernel counts.
        memory_bytes: Private memory above what the zygote has.
        tasks: Processes and threads the child may start; 0 where the seccomp layer holds, whatever is asked.
        file_bytes: Size of one file.
        box_bytes: Size of all files in the child's private folder.
        box_files: Number of files and folders there.
        open_files: File descriptors.
        stack_bytes: Stack of the main thread.
    """

    cpu_seconds: int = 10
    memory_bytes: int = 2**30
    tasks: int = 0
    file_bytes: int = 16 * 2**20
    box_bytes: int = 32 * 2**20
    box_files: int = 1_000
    open_files: int = 64
    stack_bytes: int = 16 * 2**20


@dataclass(frozen=True, slots=True)
class Ending:
    """How a child ended, as the kernel tells its parent; nothing the child says enters here.

    Args:
        kind: ``exited`` by itself, ``signalled`` by a crash or another's signal, ``forbidden_call`` (killed by the
            seccomp filter), ``cpu_limit``, ``memory_limit``, ``killed`` (we were asked to), ``lost`` (the zygote died
            first: not the submission's fault), or ``running`` (it has not ended yet).
        code: The exit code, for ``exited``.
        signal: The number of the signal, for all that were ended by one.
        cpu_seconds: Processor time it used, its own and the kernel's for it.
        peak_bytes: Largest resident memory above the zygote's, as far as it could be seen.
    """

    kind: Kind
    code: int | None = None
    signal: int | None = None
    cpu_seconds: float = 0.0
    peak_bytes: int | None = None

    def __str__(self) -> str:
        if self.kind == "exited":
            return f"exited with code {self.code}"
        if self.kind == "signalled" and self.signal is not None:
            try:
                return f"ended by {signal.Signals(self.signal).name}"
            except ValueError:
                return f"ended by signal {self.signal}"
        return self.kind.replace("_", " ")

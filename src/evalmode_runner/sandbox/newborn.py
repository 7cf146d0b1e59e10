"""The first moments of a child: its own descriptors, then the locks, then the entry it was forked for."""

from __future__ import annotations

import faulthandler
import os
import signal
import socket
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from evalmode_runner.sandbox.locks import Locks

Entry = Callable[[socket.socket], None]


@dataclass(frozen=True, slots=True)
class Birth:
    """What a newborn child is given.

    Args:
        number: The number the zygote and the judge know it by.
        channel: Its end of the talk with the judge.
        output: Becomes its standard output.
        errors: Becomes its standard error.
    """

    number: int
    channel: socket.socket
    output: int
    errors: int


def live(birth: Birth, entry: Entry, locks: Locks) -> NoReturn:
    """Run the entry in this newborn process, locked away, and end.

    Args:
        birth: What it was given.
        entry: What it is for.
        locks: Put on before the entry runs; when one does not hold, the entry is not run.
    """
    code = 1
    try:
        _forget_parent()
        _take_descriptors(birth)
        locks.lock(birth.number, birth.channel.fileno())
        entry(birth.channel)
        code = 0
    except SystemExit as ending:
        code = ending.code if isinstance(ending.code, int) else int(ending.code is not None)
    except BaseException:  # noqa: BLE001 - whatever it was, this process ends here
        traceback.print_exc()
    finally:
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        finally:
            os._exit(code & 0xFF)


def _forget_parent() -> None:
    faulthandler.disable()  # it would tell of a crash on the parent's errors
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.setpgid(0, 0)


def _take_descriptors(birth: Birth) -> None:
    """Make the given descriptors 0 to 2.

    The zygote keeps 0 to 2 open, so no received number is below 3 and none is overwritten before it is copied.
    """
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(birth.output, 1)
    os.dup2(birth.errors, 2)
    for copied in (nothing, birth.output, birth.errors):
        os.close(copied)
    # A write must reach its pipe at once: a killed process flushes nothing.
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", buffering=1, encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", buffering=1, encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115
    sys.__stdin__, sys.__stdout__, sys.__stderr__ = sys.stdin, sys.stdout, sys.stderr  # type: ignore[misc]  # they are this process's own

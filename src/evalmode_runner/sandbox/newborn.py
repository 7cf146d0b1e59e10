"""The first moments of a child: its own descriptors, then the locks, then the entry it was forked for."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Callable
from typing import NoReturn

from evalmode_runner.sandbox.nursery import Birth, Entry

_CHANNEL = 3


def live(birth: Birth, entry: Entry, lock: Callable[[], None]) -> NoReturn:
    """Run the entry in this newborn process, locked away, and end.

    Args:
        birth: What it was given.
        entry: What it is for.
        lock: Puts every lock on; raises OSError when one does not hold, and then the entry is not run.
    """
    code = 1
    try:
        _forget_parent()
        _take_descriptors(birth)
        lock()
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
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.setpgid(0, 0)


def _take_descriptors(birth: Birth) -> None:
    """Make the given descriptors 0 to 3 and close all others.

    The zygote keeps 0 to 2 open, so no received number is below 3 and none is overwritten before it is copied.
    """
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(birth.output, 1)
    os.dup2(birth.errors, 2)
    kept = birth.channel.fileno()
    os.closerange(3, kept)
    os.closerange(kept + 1, os.sysconf("SC_OPEN_MAX"))
    # A write must reach its pipe at once: a killed process flushes nothing.
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: PTH123, SIM115
    sys.stdout = open(1, "w", buffering=1, encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: PTH123, SIM115
    sys.stderr = open(2, "w", buffering=1, encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: PTH123, SIM115
    sys.__stdin__, sys.__stdout__, sys.__stderr__ = sys.stdin, sys.stdout, sys.stderr  # type: ignore[misc]  # they are this process's own

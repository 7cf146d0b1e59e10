"""Privileges: another user than root, no capability, nothing that could bring one back."""

from __future__ import annotations

import os

from evalmode_runner.sandbox import libc
from evalmode_runner.sandbox.namespaces import NOBODY

_LAST_CAPABILITY = 63


def drop_for_programs() -> None:
    """No program that this process or its children start will have a capability; they themselves keep theirs."""
    for capability in range(_LAST_CAPABILITY + 1):
        try:
            libc.prctl(libc.PR_CAPBSET_DROP, capability)
        except OSError:
            break  # beyond the last one this kernel knows; and one who may not drop has none to drop


def drop() -> None:
    """Give up everything this process may do beyond an ordinary user's, for good.

    Raises:
        OSError: Something could not be given up.
    """
    libc.prctl(libc.PR_CAP_AMBIENT, libc.PR_CAP_AMBIENT_CLEAR_ALL)
    if os.geteuid() == 0:
        os.setgroups([])
        os.setresgid(NOBODY, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)
    libc.drop_capabilities()
    libc.prctl(libc.PR_SET_DUMPABLE, 0)
    forbid_new()


def forbid_new() -> None:
    """No program started from here on gains privileges; what the filters of the kernel demand first."""
    libc.prctl(libc.PR_SET_NO_NEW_PRIVS, 1)

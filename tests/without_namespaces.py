"""Runs a command of this interpreter on a system that has no namespaces to give, as many containers are.

``python tests/without_namespaces.py -m MODULE WORDS...``
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
import sys

from evalmode_runner.sandbox import libc, privileges

UNSHARE = {"x86_64": 272, "aarch64": 97}
LOAD, EQUAL, RETURN = 0x20, 0x15, 0x06
REFUSE, ALLOW = 0x50000 | errno.EPERM, 0x7FFF0000


class Program(ctypes.Structure):
    """A filter as the kernel wants it."""

    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def main() -> None:
    """Forbid new namespaces, for good, and run the command."""
    number = UNSHARE[libc.machine()]
    code = [(LOAD, 0, 0, 0), (EQUAL, 0, 1, number), (RETURN, 0, 0, REFUSE), (RETURN, 0, 0, ALLOW)]
    packed = b"".join(struct.pack("HBBI", *instruction) for instruction in code)
    privileges.forbid_new()
    libc.seccomp(1, 0, ctypes.byref(Program(len(code), packed)))
    os.execv(sys.executable, [sys.executable, "-B", *sys.argv[1:]])  # noqa: S606 - there is nothing a shell should do


if __name__ == "__main__":
    main()

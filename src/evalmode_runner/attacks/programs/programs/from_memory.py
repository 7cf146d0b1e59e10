"""Writes a program into memory and becomes it.

stopped-by: seccomp, rlimits
evidence: renamed
leaks: another program runs under its process id
"""

import ctypes
import os
import struct

from evalmode_runner.attacks.tools import call, number

# A whole program of two calls: pause half a second, end.
code = {
    "x86_64": "b823000000488d3d0d00000031f60f05b83c00000031ff0f05",
    "aarch64": "a80c80d2c0000010010080d2010000d4a80b80d2000080d2010000d4",
}[os.uname().machine]
body = bytes.fromhex(code) + struct.pack("<qq", 0, 500_000_000)
base, start = 0x400000, 0x78
kind = {"x86_64": 62, "aarch64": 183}[os.uname().machine]
head = (
    b"\x7fELF\x02\x01\x01"
    + bytes(9)
    + struct.pack("<HHIQQQIHHHHHH", 2, kind, 1, base + start, 64, 0, 0, 64, 56, 1, 0, 0, 0)
)
segment = struct.pack("<IIQQQQQQ", 1, 5, 0, base, base, start + len(body), start + len(body), 4096)
descriptor = call(number("memfd_create"), ctypes.c_char_p(b"program"), 0)
os.write(descriptor, head + segment + body)
words = (ctypes.c_char_p * 2)(b"program", None)
call(number("execveat"), descriptor, ctypes.c_char_p(b""), words, ctypes.c_void_p(None), 0x1000)

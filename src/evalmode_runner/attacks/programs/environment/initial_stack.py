"""Reads the variables where the kernel put them when the program was started.

stopped-by: environment
evidence: secret
leaks: a variable of the parent arrives
"""

import ctypes
import os

library = ctypes.CDLL(None)
name = ctypes.c_void_p.in_dll(library, "program_invocation_name").value or 0
# The arguments' strings are followed by the variables' strings; what is not mapped cannot be written to a pipe.
reads, writes = os.pipe()
for position in range(0, 20_000, 100):
    if library.write(writes, ctypes.c_void_p(name + position), ctypes.c_size_t(100)) == 100:
        print(os.read(reads, 100).replace(b"\0", b"\n").decode(errors="replace"), end="")

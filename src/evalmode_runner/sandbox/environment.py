"""The environment: children know no variable of the program that started the zygote."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from evalmode_runner.sandbox import libc

FIXED = {
    "LANG": "C.UTF-8",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
}
"""Variables that every child has, the same everywhere; they tell nothing about this machine."""


def scrub(home: str) -> None:
    """Replace this process's variables by a fixed few, and erase the old ones where the kernel put them.

    Args:
        home: What HOME and TMPDIR say from now on.
    """
    for name in list(os.environ):
        del os.environ[name]
    os.environ.update(FIXED | {"HOME": home, "TMPDIR": home})
    sys.argv[:] = sys.orig_argv[:] = [""]
    with contextlib.suppress(OSError, ValueError, IndexError):
        for start, end in _initial_strings():
            libc.erase(start, end)


def _initial_strings() -> list[tuple[int, int]]:
    """Where the arguments and the environment the program was started with lie in memory."""
    text = Path("/proc/self/stat").read_text(encoding="utf-8", errors="replace")
    fields = text[text.rindex(")") + 2 :].split()
    numbers = [int(fields[index]) for index in (45, 46, 47, 48)]  # arg_start, arg_end, env_start, env_end
    if not all(numbers):
        return []
    return [(numbers[0], numbers[1]), (numbers[2], numbers[3])]

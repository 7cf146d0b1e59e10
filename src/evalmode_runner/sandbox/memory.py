"""How much memory a process has for itself, seen from outside."""

from __future__ import annotations

import contextlib
from pathlib import Path

_COUNTED = ("RssAnon:", "RssShmem:", "VmSwap:")


def private_bytes(process: int) -> int | None:
    """What it has written to, whether shared memory or not; None when the system does not tell.

    Files that are mapped do not count: the libraries' pages are everybody's.
    """
    with contextlib.suppress(OSError, ValueError, IndexError):
        lines = Path(f"/proc/{process}/status").read_text(encoding="utf-8", errors="replace").splitlines()
        found = [int(line.split()[1]) * 1024 for line in lines if line.startswith(_COUNTED)]
        return sum(found) if found else None
    return None

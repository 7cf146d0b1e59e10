"""How much memory a process has for itself, seen from outside."""

from __future__ import annotations

import contextlib
import os

_COUNTED = (b"RssAnon:", b"RssShmem:", b"VmSwap:")
_ENOUGH = 8192


def private_bytes(process: int) -> int | None:
    """What it has written to, whether shared memory or not; None when the system does not tell.

    Files that are mapped do not count: the libraries' pages are everybody's.
    """
    with contextlib.suppress(OSError, ValueError, IndexError):
        descriptor = os.open(f"/proc/{process}/status", os.O_RDONLY | os.O_CLOEXEC)
        try:
            # One read, for it is looked at often; the process's name, which it may choose, cannot fake a line.
            text = os.read(descriptor, _ENOUGH)
        finally:
            os.close(descriptor)
        found = [text.partition(b"\n" + name)[2].split(None, 1)[0] for name in _COUNTED if b"\n" + name in text]
        return sum(int(kilobytes) * 1024 for kilobytes in found) if found else None
    return None

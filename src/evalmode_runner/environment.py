"""The environment of processes that run code: what an interpreter needs, and one thread for every numerical library."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_KEPT = (
    *("PATH", "LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TMPDIR"),
    *("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "TEMP", "TMP"),
)
_ONE_THREAD = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def clean_environment(also: Iterable[str] = ()) -> dict[str, str]:
    """Variables for a process that runs code: none of the user's secrets, one thread, no graphics card, UTF-8.

    Args:
        also: Further variables that are kept where they are set.
    """
    kept = {name: os.environ[name] for name in (*_KEPT, *also) if name in os.environ}
    return kept | dict.fromkeys(_ONE_THREAD, "1") | {"CUDA_VISIBLE_DEVICES": "", "PYTHONUTF8": "1"}

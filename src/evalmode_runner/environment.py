"""The environment of processes that run code: what an interpreter needs, and one thread for every numerical library."""

from __future__ import annotations

import os

_KEPT = (
    *("PATH", "LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TMPDIR"),
    *("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "TEMP", "TMP"),
)
_ONE_THREAD = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def clean_environment() -> dict[str, str]:
    """Variables for a judge: no secrets of the user's, no thread beyond the first, UTF-8."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return (
        kept
        | dict.fromkeys(_ONE_THREAD, "1")
        | {"PYTHONUTF8": "1", "PYTHONHASHSEED": "random", "PYTHONDONTWRITEBYTECODE": "1"}
    )

"""Where everything that was practised is kept."""

from __future__ import annotations

import os
from pathlib import Path

DATABASE_FILE = "evalmode.db"


def data_folder(data: Path | None = None) -> Path:
    """Where everything that was practised is kept, unless it is on a server."""
    if data is not None:
        return data
    if chosen := os.environ.get("EVALMODE_DATA"):
        return Path(chosen)
    from platformdirs import user_data_path

    return user_data_path("evalmode", appauthor=False)

"""The Python that runs submissions, as the user chose it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from evalmode.wiring.places import DATABASE_FILE, data_folder

if TYPE_CHECKING:
    from pathlib import Path


def chosen_python(data: Path | None = None) -> str:
    """The setting ``python``, read without making a database where there is none; empty where nothing was chosen.

    Args:
        data: Folder of the user's data; see :func:`data_folder`.

    Raises:
        StorageError: The database cannot be opened.
    """
    place: str | Path = os.environ.get("EVALMODE_DATABASE_URL") or data_folder(data) / DATABASE_FILE
    if not isinstance(place, str) and not place.is_file():
        return ""
    from evalmode.practice.settings import read_settings  # most people have chosen nothing, and need not wait
    from evalmode.store import open_store

    store = open_store(place)
    try:
        with store.read("local") as work:
            return read_settings(work).python
    finally:
        store.close()

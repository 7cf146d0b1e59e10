"""A practice out of its parts."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from evalmode.answers import EmbeddedGrader
from evalmode.bank import load_bank
from evalmode.core import SteadyClock
from evalmode.practice import Practice
from evalmode.store import open_store
from evalmode.wiring.grading import ChosenGrader, settings_reader
from evalmode.wiring.judging import build_judge
from evalmode.wiring.places import DATABASE_FILE, data_folder
from evalmode.wiring.proving import prove_item
from evalmode.wiring.warming import WarmingGrader

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def build_practice(
    data: Path | None = None, database_url: str | None = None, packs: Sequence[Path] = (), *, learner: str = "local"
) -> Practice:
    """Join the parts that a candidate practises with.

    Args:
        data: Folder of the database; else that of ``EVALMODE_DATA``, else the platform's folder for user data.
        database_url: URL of a PostgreSQL server, or path of an SQLite file; else that of ``EVALMODE_DATABASE_URL``,
            else ``evalmode.db`` in the data folder.
        packs: Folders of content packs that are not installed.
        learner: Whose practice it is.

    Raises:
        BankError: A pack is broken.
        InputError: The database URL is of an unknown kind.
        StorageError: The database cannot be opened.
    """
    folder = data_folder(data)
    bank = load_bank(packs)
    store = open_store(database_url or os.environ.get("EVALMODE_DATABASE_URL") or folder / DATABASE_FILE)
    offline = build_grader()
    return Practice(
        bank=bank,
        store=store,
        grader=WarmingGrader(ChosenGrader(offline, settings_reader(store, learner))),
        local_grader=offline,
        clock=SteadyClock(),
        prover=prove_item,
        judge=build_judge(store, learner),
        learner=learner,
        zone=None,
    )


def build_grader() -> EmbeddedGrader:
    """The grader that works offline. Making it is quick; its model is loaded by the first answer."""
    from platformdirs import user_cache_path

    return EmbeddedGrader(user_cache_path("evalmode", appauthor=False) / "phrasings")

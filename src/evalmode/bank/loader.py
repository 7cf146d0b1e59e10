"""From folders to a bank."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from evalmode.bank.bank import Bank
from evalmode.bank.itemfile import read_item
from evalmode.bank.kinds import KINDS
from evalmode.bank.packs import Pack, installed_pack_folders, read_pack
from evalmode.bank.problems import Problem
from evalmode.core import BankError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from evalmode.bank.models import Item


def load_bank(extra: Iterable[Path] = (), *, installed: bool = True) -> Bank:
    """The bank of all installed packs and the given folders.

    Args:
        extra: Folders of packs that are not installed (``--pack DIR``).
        installed: Whether installed packs belong to it.

    Raises:
        BankError: Anything at all is wrong; the message lists every problem.
    """
    bank, problems = read_bank(extra, installed=installed)
    if problems:
        listing = "\n".join(f"  {problem}" for problem in problems)
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        raise BankError(f"The question bank has {count}:\n{listing}")
    return bank


def read_bank(extra: Iterable[Path] = (), *, installed: bool = True) -> tuple[Bank, list[Problem]]:
    """The bank as far as it can be read, and every problem met on the way."""
    packs: list[Pack] = []
    items: list[Item] = []
    problems: list[Problem] = []
    for folder in _folders(extra, installed=installed):
        pack, found = read_pack(folder) if folder.is_dir() else (None, [_no_pack(folder)])
        problems += found
        if pack is None:
            continue
        namesake = next((known for known in packs if known.manifest.name == pack.manifest.name), None)
        if namesake is not None:
            message = f"is {pack.manifest.name!r}, as is that of the pack in {namesake.folder}"
            problems.append(Problem(folder / "pack.yaml", 1, "name", message, "duplicate-id"))
        packs.append(pack)
        read, found = _read_items(pack)
        items += read
        problems += found
    unique: dict[object, Item] = {}
    for item in items:
        earlier = unique.setdefault(item.item_id, item)
        if earlier is not item:
            problems.append(Problem(item.path, 2, "id", f"{item.item_id} is already in {earlier.path}", "duplicate-id"))
    return Bank(tuple(packs), tuple(unique.values())), problems


def _folders(extra: Iterable[Path], *, installed: bool) -> list[Path]:
    """Each folder once, however often it was named."""
    folders = [*(installed_pack_folders() if installed else ()), *(Path(folder) for folder in extra)]
    return list({os.path.realpath(folder): folder for folder in reversed(folders)}.values())[::-1]


def _no_pack(folder: Path) -> Problem:
    what = "is a file, not a folder" if folder.exists() else "does not exist"
    return Problem(folder, 1, "", f"{what}, so it is no pack (evalmode bank new --pack DIR makes one)")


def _read_items(pack: Pack) -> tuple[list[Item], list[Problem]]:
    items: list[Item] = []
    problems: list[Problem] = []
    for kind in KINDS.values():
        for path in kind.pages(pack.folder):
            item, found = read_item(path, kind, pack.manifest.name)
            problems += found
            if item is not None:
                items.append(item)
    return items, problems

"""A pack holds what is read, and nothing that only looks as if it were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.bank.kinds import KINDS
from evalmode.bank.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from evalmode.bank.lint.subject import Subject

_ABOUT_THE_PACK = ("readme", "license", "licence", "changelog", "contributing", "notice")


def stray_files(subject: Subject) -> Iterator[Problem]:
    """Files and folders in a pack that nothing reads."""
    for pack in subject.packs:
        for path in _visible(pack.folder):
            if path.is_dir():
                if path.name in KINDS:
                    yield from _stray_in_kind(path)
                elif path.name != "__pycache__":
                    yield Problem(path, 1, "", f"is no kind of item ({', '.join(KINDS)}), so nothing in it is read")
            elif not _belongs(path):
                yield Problem(
                    path, 1, "", "is read by nothing; a pack holds pack.yaml, topics.yaml and folders of items"
                )


def empty_packs(subject: Subject) -> Iterator[Problem]:
    """Packs without a single item."""
    for pack in subject.packs:
        if not any(path for kind in KINDS for path in (pack.folder / kind).glob("*.md")):
            hint = f"evalmode bank new rapid SLUG --pack {pack.folder} writes a first one"
            yield Problem(pack.folder, 1, "", f"holds no items ({hint})")


def _stray_in_kind(folder: Path) -> Iterator[Problem]:
    for path in _visible(folder):
        if path.is_dir() or path.suffix != ".md":
            yield Problem(path, 1, "", "is read by nothing; an item here is one file that ends in .md")


def _belongs(path: Path) -> bool:
    return path.name in {"pack.yaml", "topics.yaml", "py.typed"} or (
        path.suffix == ".py" or path.stem.lower().startswith(_ABOUT_THE_PACK)
    )


def _visible(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if not path.name.startswith("."))

"""A pack holds what is read, and nothing that only looks as if it were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.bank.kinds import KINDS, Kind
from evalmode.bank.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from evalmode.bank.lint.subject import Subject

_CACHE = "__pycache__"
_ABOUT_THE_PACK = ("readme", "license", "licence", "changelog", "contributing", "notice")


def stray_files(subject: Subject) -> Iterator[Problem]:
    """Files and folders in a pack that nothing reads."""
    for pack in subject.packs:
        for path in _visible(pack.folder):
            if path.is_dir():
                if path.name in KINDS:
                    yield from _stray_in_kind(path, KINDS[path.name])
                elif path.name != _CACHE:
                    yield Problem(path, 1, "", f"is no kind of item ({', '.join(KINDS)}), so nothing in it is read")
            elif not _belongs(path):
                yield Problem(
                    path, 1, "", "is read by nothing; a pack holds pack.yaml, topics.yaml and folders of items"
                )


def empty_packs(subject: Subject) -> Iterator[Problem]:
    """Packs without a single item."""
    for pack in subject.packs:
        if not any(kind.pages(pack.folder) for kind in KINDS.values()):
            hint = f"evalmode bank new rapid SLUG --pack {pack.folder} writes a first one"
            yield Problem(pack.folder, 1, "", f"holds no items ({hint})")


def _stray_in_kind(folder: Path, kind: Kind) -> Iterator[Problem]:
    for path in _visible(folder):
        if not kind.page:
            if path.is_dir() or path.suffix != ".md":
                yield Problem(path, 1, "", "is read by nothing; an item here is one file that ends in .md")
        elif path.name in kind.beside:
            continue
        elif not path.is_dir():
            yield Problem(path, 1, "", f"is read by nothing; an item here is a folder with a file {kind.page}")
        elif path.name != _CACHE:
            yield from _stray_in_item(path, kind)


def _stray_in_item(folder: Path, kind: Kind) -> Iterator[Problem]:
    """What does not belong in the folder of one item."""
    if not (folder / kind.page).exists():
        yield Problem(folder / kind.page, 1, "", "is missing, so nothing in its folder is read")
    for path in _visible(folder):
        if path.is_dir() and path.name in kind.folders:
            ending = kind.folders[path.name]
            message = f"is read by nothing; {path.name}/ holds files that end in {ending}"
            yield from (Problem(stray, 1, "", message) for stray in _visible(path) if not _ends_in(stray, ending))
        elif path.name not in {kind.page, _CACHE, *kind.files}:
            belongs = ", ".join([kind.page, *kind.files, *(f"{name}/" for name in kind.folders)])
            yield Problem(path, 1, "", f"is read by nothing; this folder holds {belongs}")


def _ends_in(path: Path, ending: str) -> bool:
    return path.name == _CACHE or (path.suffix == ending and path.is_file())


def _belongs(path: Path) -> bool:
    return path.name in {"pack.yaml", "topics.yaml", "py.typed"} or (
        path.suffix == ".py" or path.stem.lower().startswith(_ABOUT_THE_PACK)
    )


def _visible(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if not path.name.startswith("."))

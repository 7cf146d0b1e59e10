"""Which kinds of items there are, where a pack keeps them, and which Markdown sections each is written in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from evalmode.bank.models import BoardItem, CodeItem, DeepItem, GuideItem, Item, RapidItem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of item.

    Args:
        name: The first half of an item's id, and the folder of a pack that holds them.
        model: What a file becomes.
        sections: Markdown heading → the model's field that it fills.
        proofs: Whether a section *Proof* with Python fences is allowed.
        page: The file within an item's own folder that describes it; empty where an item is a single file.
        files: What else an item's folder may hold.
        folders: Folders within an item's folder → the ending of the files in them.
        beside: Files that may lie next to the items and serve them all.
    """

    name: str
    model: type[Item]
    sections: dict[str, str]
    proofs: bool = False
    page: str = ""
    files: tuple[str, ...] = ()
    folders: Mapping[str, str] = field(default_factory=dict)
    beside: tuple[str, ...] = ()

    def page_of(self, pack: Path, slug: str) -> Path:
        """The file that describes an item."""
        return pack / self.name / slug / self.page if self.page else pack / self.name / f"{slug}.md"

    def pages(self, pack: Path) -> list[Path]:
        """The files of a pack's items, by name; what editors and operating systems leave lying about is none."""
        pattern = f"*/{self.page}" if self.page else "*.md"
        found = sorted((pack / self.name).glob(pattern))
        return [path for path in found if not path.relative_to(pack / self.name).parts[0].startswith(".")]

    def slug_of(self, page: Path) -> str:
        """The id within its kind that a file's place gives an item."""
        return page.parent.name if self.page else page.stem

    def pack_of(self, page: Path) -> Path:
        """The folder of the pack that a file belongs to."""
        return page.parents[2 if self.page else 1]


_PROGRAMS = ("starter.py", "solution.py", "twin.py", "checks.py", "scenario.py", "equivalent.toml")
_QUESTION = {"Question": "question", "Answer": "answer", "Why": "why"}
_BOARD = {"Question": "question", "Listens for": "listens_for", "Why": "why"}
_CODE = {"Task": "task", "Traps": "traps", "Listens for": "listens_for", "Why": "why"}

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("rapid", RapidItem, _QUESTION, proofs=True),
        Kind("deep", DeepItem, {**_QUESTION, "Headline": "headline"}, proofs=True),
        Kind("code", CodeItem, _CODE, page="problem.md", files=_PROGRAMS, folders={"right": ".py", "wrong": ".py"}),
        Kind(
            "board",
            BoardItem,
            _BOARD,
            page="board.md",
            files=("module.py",),
            folders={"references": ".board", "wrong": ".board"},
            beside=("vocabulary.yaml", "composites.yaml", "details.yaml"),
        ),
        Kind("guide", GuideItem, {"Question": "question", "Answer": "answer"}),
    )
}


def id_by_place(path: Path) -> str:
    """The full id of the item that a file belongs to by its place in a pack, such as ``rapid/softmax``."""
    for folder in (path, *path.parents):
        kind = KINDS.get(folder.parent.name)
        if kind is not None and (folder != path or not kind.page):
            return f"{kind.name}/{folder.name if kind.page else folder.stem}"
    return f"{path.parent.name}/{path.stem}"

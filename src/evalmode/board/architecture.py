"""An architecture made ready for checking: its question, its accepted drawings and the words to read drawings with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from evalmode.board.interpreting import interpret
from evalmode.board.matching.composites import Composite
from evalmode.board.matching.evidence import says_so
from evalmode.board.matching.references import Reference, Rules, make_body, make_reference
from evalmode.board.notation import parse_notation
from evalmode.board.vocabulary import Vocabulary, load_vocabulary
from evalmode.core.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from evalmode.bank.boarditem import BoardItem
    from evalmode.board.drawing import Drawing
    from evalmode.board.graph import Graph

__all__ = ["Architecture", "ReferenceText", "built_in_vocabulary", "load_architecture", "read_reference"]

_VOCABULARY = "vocabulary.yaml"
_COMPOSITES = "composites.yaml"


@dataclass(frozen=True)
class ReferenceText:
    """A file with a drawing in the text notation, below a head between lines of three hyphens.

    Args:
        name: The file's name without its ending.
        head: What the head says.
        drawing: The drawing.
    """

    name: str
    head: Mapping[str, Any]
    drawing: Drawing


@dataclass(frozen=True)
class Architecture:
    """What a drawing is checked against.

    Args:
        item: The question, its rules and its reasons.
        references: Every accepted drawing.
        rules: What holds for all of them.
        vocabulary: The words that are understood.
    """

    item: BoardItem
    references: tuple[Reference, ...]
    rules: Rules
    vocabulary: Vocabulary

    @property
    def id(self) -> str:
        """Its id, such as ``transformer-block``."""
        return self.item.id

    def interpret(self, drawing: Drawing) -> Graph:
        """What a drawing means where this architecture is asked for; arrows from a box to itself mean nothing."""
        boxes = {box.id for box in drawing.boxes}
        arrows = tuple(one for one in drawing.arrows if one.source != one.target and {one.source, one.target} <= boxes)
        return interpret(replace(drawing, arrows=arrows), self.vocabulary, self.item.id)


def read_reference(path: Path) -> ReferenceText:
    """A reference or a wrong drawing from its file.

    Raises:
        InputError: It has no head, or its head is not a mapping.
        NotationError: Its drawing cannot be read.
    """
    pieces = path.read_text(encoding="utf-8").split("---\n", 2)
    try:
        head = yaml.safe_load(pieces[1]) if len(pieces) == 3 and not pieces[0].strip() else None
    except yaml.YAMLError as error:
        message = f"The head of {path.name} is no YAML."
        raise InputError(message, hint="Put words with colons below the name, after >-.") from error
    if not isinstance(head, dict):
        message = f"{path.name} has no head."
        raise InputError(message, hint="Begin it with a line ---, then title: …, then a line ---.")
    return ReferenceText(path.stem, head, parse_notation(pieces[2]))


_loaded: dict[Path, tuple[float, Architecture]] = {}


def load_architecture(item: BoardItem) -> Architecture:
    """An item made ready; kept until its files change, since reading vocabulary and references takes a while.

    Raises:
        InputError: A reference, the vocabulary or the composites cannot be read.
    """
    changed = max((path.stat().st_mtime for path in (item.path, *item.references) if path.is_file()), default=0.0)
    known = _loaded.get(item.folder)
    if known is None or known[0] != changed or known[1].item != item:
        known = _loaded[item.folder] = changed, _load(item)
    return known[1]


def _load(item: BoardItem) -> Architecture:
    board = item.folder.parent
    vocabulary = _vocabulary(board)
    rules = _rules(item, vocabulary, board)
    references = []
    for path in item.references:
        text = read_reference(path)
        graph = interpret(text.drawing, vocabulary, item.id, patterns=True)
        sizes = tuple((name, int(value)) for name, value in dict(text.head.get("sizes") or {}).items())
        title, module = str(text.head.get("title", text.name)), str(text.head.get("module") or "")
        references.append(make_reference(text.name, title, text.drawing, graph, rules, sizes=sizes, module=module))
    return Architecture(item, tuple(references), rules, vocabulary)


def built_in_vocabulary() -> Vocabulary:
    """The words of the built-in pack."""
    return _vocabulary(_built_in())


@lru_cache(maxsize=8)
def _vocabulary(board: Path) -> Vocabulary:
    """The words of the built-in pack, then those of the item's own."""
    paths = dict.fromkeys([_built_in() / _VOCABULARY, board / _VOCABULARY])
    return load_vocabulary(*(path for path in paths if path.is_file()))


def _built_in() -> Path:
    """Where the pack that comes with evalmode keeps its boards; the pack is data, and never imported."""
    return Path(__file__).resolve().parents[2] / "evalmode_pack_dl" / "board"


def _rules(item: BoardItem, vocabulary: Vocabulary, board: Path) -> Rules:
    same, found = _composites(board)
    extra = frozenset(item.neutral)
    return Rules(
        same,
        lambda kind: kind in extra or vocabulary.neutral(kind),
        item.implicit_join,
        found,
        lambda label, kinds, known: says_so(vocabulary, label, kinds, known=known),
    )


@lru_cache(maxsize=8)
def _composites(board: Path) -> tuple[dict[str, str], tuple[Composite, ...]]:
    vocabulary = _vocabulary(board)
    same: dict[str, str] = {}
    entries: list[dict[str, Any]] = []
    for path in dict.fromkeys([_built_in() / _COMPOSITES, board / _COMPOSITES]):
        if path.is_file():
            data = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
            same.update(data.get("same") or {})
            entries += data.get("composites") or []
    rules = Rules(same, vocabulary.neutral)
    return same, tuple(_composite(entry, rules, vocabulary) for entry in entries)


def _composite(entry: dict[str, Any], rules: Rules, vocabulary: Vocabulary) -> Composite:
    bodies = [
        body
        for text in entry["bodies"]
        for body in make_body(
            interpret(parse_notation(text), vocabulary, patterns=True),
            rules,
            taps=_names(entry.get("taps")),
            tapped=_names(entry.get("tapped")),
            boxed=_names(entry.get("boxed")),
            single=bool(entry.get("single")),
        )
    ]
    sets = tuple((str(name), str(value)) for name, value in (entry.get("sets") or {}).items())
    return Composite(entry["kind"], tuple(bodies), sets)


def _names(value: Iterable[str] | None) -> tuple[str, ...]:
    return tuple(value or ())

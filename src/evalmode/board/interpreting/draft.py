"""The graph while it is being made: what the passes work on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from evalmode.board.vocabulary import Reading, Vocabulary, read_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from evalmode.board.drawing import Drawing
    from evalmode.board.graph import EdgeKind, Op

__all__ = ["Draft", "DraftEdge", "DraftNode", "Setting"]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a drawing is read with.

    Args:
        vocabulary: What words mean.
        architecture: Whose context to read in; empty for none.
        hints: Labels with the kind each has in this exercise.
        patterns: Whether labels may be patterns of a reference: ``A | B`` and ``A?``.
    """

    vocabulary: Vocabulary
    architecture: str = ""
    hints: Mapping[str, str] = field(default_factory=dict)
    patterns: bool = False

    def read(self, label: str) -> Reading:
        """What a label says in this setting."""
        return read_label(label, self.vocabulary, self.architecture, self.hints)

    def category(self, kind: str) -> str:
        """The category of a kind; ``other`` for what the vocabulary does not have."""
        known = self.vocabulary.kinds.get(kind)
        return known.category if known else "other"

    def neutral(self, kind: str) -> bool:
        """Whether a kind changes nothing that matters."""
        return self.vocabulary.neutral(kind)


@dataclass(slots=True)
class DraftNode:
    """An operation so far; ``shape`` is what is written inside its box."""

    id: str
    op: Op
    label: str = ""
    names: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()
    frame: str = ""
    shape: str = ""
    form: str = "rectangle"
    height: float = 0.0

    def call(self, names: Iterable[str]) -> None:
        """Add names of the value it makes."""
        self.names = tuple(dict.fromkeys((*self.names, *names)))


@dataclass(slots=True)
class DraftEdge:
    """A connection so far.

    ``join`` says how its words want it to meet the target's other value (``add``, ``concat``, ``multiply``); ``skip``
    that it goes around something.
    """

    source: str
    target: str
    kind: EdgeKind = "data"
    port: str = ""
    shape: str = ""
    label: str = ""
    elements: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    join: str = ""
    skip: bool = False
    dashed: bool = False
    colour: str = ""


@dataclass(slots=True)
class Draft:
    """Nodes, edges and words so far.

    Args:
        drawing: What is being read.
        setting: What it is read with.
        entries: Box id → for each free value of the box its name and the node that takes it; the first takes what is
            not named otherwise.
        exits: Box id → the node whose value leaves it.
    """

    drawing: Drawing
    setting: Setting
    nodes: dict[str, DraftNode] = field(default_factory=dict)
    edges: list[DraftEdge] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    entries: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    exits: dict[str, str] = field(default_factory=dict)

    def into(self, node: str, kind: str = "data") -> list[DraftEdge]:
        """The edges that reach a node."""
        return [edge for edge in self.edges if edge.target == node and edge.kind == kind]

    def out_of(self, node: str, kind: str = "data") -> list[DraftEdge]:
        """The edges that leave a node."""
        return [edge for edge in self.edges if edge.source == node and edge.kind == kind]

    def neighbours(self) -> tuple[dict[str, list[DraftEdge]], dict[str, list[DraftEdge]]]:
        """All edges by target and by source, for passes that look at every node."""
        into: dict[str, list[DraftEdge]] = {node: [] for node in self.nodes}
        out: dict[str, list[DraftEdge]] = {node: [] for node in self.nodes}
        for edge in self.edges:
            into[edge.target].append(edge)
            out[edge.source].append(edge)
        return into, out

    def reaches(self, start: str, goal: str) -> bool:
        """Whether data flows from one node to another."""
        following: dict[str, list[str]] = {}
        for edge in self.edges:
            if edge.kind == "data":
                following.setdefault(edge.source, []).append(edge.target)
        seen, waiting = {start}, [start]
        while waiting:
            for target in following.get(waiting.pop(), ()):
                if target == goal:
                    return True
                if target not in seen:
                    seen.add(target)
                    waiting.append(target)
        return False

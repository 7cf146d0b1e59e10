"""Shapes, and what was found out about the shapes of a drawing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evalmode.board.shapes.algebra import Size

__all__ = ["EdgeShape", "Shape", "ShapeReport"]


@dataclass(frozen=True, slots=True)
class Shape:
    """The shape of a value, as far as it was said.

    Args:
        sizes: The size of each axis, first one first; a scalar has none.
        names: What the value is called before its shape, as in ``q, k: (B, T, d)``.
        facts: What else the label says about sizes: ``d = 512`` in ``(B, T, d=512)``.
        open: Axes may have been left out before these: ``(…, d)``.
        transposed: The words with it speak of a transpose, as in ``Kᵀ: (B, h, d_k, T)``.
        text: The part of the label that says it.
    """

    sizes: tuple[Size, ...]
    names: tuple[str, ...] = ()
    facts: tuple[tuple[str, Size], ...] = ()
    open: bool = False
    transposed: bool = False
    text: str = ""

    @property
    def rank(self) -> int:
        """The number of its axes."""
        return len(self.sizes)

    def __str__(self) -> str:
        inside = ["…"] * self.open + [str(size) for size in self.sizes]
        return f"({', '.join(inside)}{',' * (len(inside) == 1)})"


@dataclass(frozen=True, slots=True)
class EdgeShape:
    """What is known about the shape on one edge.

    Args:
        edge: The place of the edge in the graph's edges.
        written: What its label says; nothing if it says no shape.
        inferred: What the operations before it make of it; nothing if that is not certain.
        derivation: How the inferred shape comes about, such as ``(H + 2·1 − 3)/2 + 1 = H/2``.
        agrees: Whether the two agree; nothing where one of them is missing or it is not certain.
        message: What is wrong, in one sentence; empty unless ``agrees`` is false.
        hint: What might be said better, such as a second name for one size; never a mistake.
    """

    edge: int
    written: Shape | None = None
    inferred: Shape | None = None
    derivation: str = ""
    agrees: bool | None = None
    message: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class ShapeReport:
    """The shapes of a drawing, an entry for each edge of its graph, in their order."""

    edges: tuple[EdgeShape, ...] = ()
    sizes: dict[str, str] = field(default_factory=dict)

    @property
    def wrong(self) -> tuple[EdgeShape, ...]:
        """The edges whose label is contradicted by the rest of the drawing."""
        return tuple(edge for edge in self.edges if edge.agrees is False)

"""The shape on every edge of a drawing: what is written, what follows from the rest, and whether the two agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.board.shapes.parsing import parse_shape
from evalmode.board.shapes.values import EdgeShape, ShapeReport

if TYPE_CHECKING:
    from evalmode.board.graph import Graph

__all__ = ["infer"]


def infer(graph: Graph) -> ShapeReport:
    """What is known about the shape on each edge of the graph."""
    return ShapeReport(tuple(EdgeShape(place, parse_shape(edge.shape)) for place, edge in enumerate(graph.edges)))

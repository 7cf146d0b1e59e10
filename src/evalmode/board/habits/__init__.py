"""The six habits of drawing that make a diagram easy to follow. They never decide a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.board.habits.equations import equations
from evalmode.board.habits.look import boxes, colours, flow, shapes, skips

if TYPE_CHECKING:
    from evalmode.board.architecture import Architecture
    from evalmode.board.drawing import Drawing
    from evalmode.board.graph import Graph
    from evalmode.board.values import Habit

__all__ = ["habits"]


def habits(architecture: Architecture, drawing: Drawing, graph: Graph) -> tuple[Habit, ...]:
    """All six, each once."""
    return (
        flow(drawing),
        boxes(drawing, graph),
        colours(drawing, graph, architecture.vocabulary),
        shapes(drawing, graph),
        skips(drawing, graph),
        equations(architecture, drawing, graph),
    )

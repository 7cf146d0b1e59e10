"""Which colour a box has: that of the category of what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.board.architecture import built_in_vocabulary
from evalmode.board.interpreting import interpret

if TYPE_CHECKING:
    from evalmode.board.drawing import Drawing
    from evalmode.board.graph import Graph
    from evalmode.board.vocabulary import Vocabulary

__all__ = ["categories"]


def categories(drawing: Drawing, graph: Graph | None = None, vocabulary: Vocabulary | None = None) -> dict[str, str]:
    """Box → the category of what it does; of several operations in a box, the first one.

    Args:
        drawing: The drawing.
        graph: What it means, where that is known already.
        vocabulary: The words it was read with; the built-in ones if none are given.
    """
    vocabulary = vocabulary or built_in_vocabulary()
    graph = graph or interpret(drawing, vocabulary)
    boxes = {box.id for box in drawing.boxes}
    found: dict[str, str] = {}
    for node in graph.nodes:
        if node.op.kind in vocabulary.kinds:
            box = node.id if node.id in boxes else node.id.rpartition("/")[0]
            found.setdefault(box, vocabulary.kinds[node.op.kind].category)
    return found

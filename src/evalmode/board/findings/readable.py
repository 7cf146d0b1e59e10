"""What could not be read, and whether enough was understood to judge the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.board.matching.references import kinds_of
from evalmode.board.values import Finding, UnreadElement

if TYPE_CHECKING:
    from evalmode.board.architecture import Architecture
    from evalmode.board.drawing import Drawing
    from evalmode.board.graph import Graph
    from evalmode.board.matching.search import Match

__all__ = ["nothing_here", "unread_elements"]

_ENDS = {"input", "output", "value"}


def unread_elements(drawing: Drawing, graph: Graph) -> tuple[UnreadElement, ...]:
    """What was not read on the canvas, then boxes whose words were not understood."""
    unread = [UnreadElement(one.id, one.what, one.says, one.elements) for one in drawing.unread]
    for node in graph.nodes:
        if node.op.kind == "unknown":
            words = " ".join(node.label.split())
            message = f"I do not know what “{words}” is; use a more usual name." if words else "This box says nothing."
            unread.append(UnreadElement(node.elements[0] if node.elements else node.id, "box", message, node.elements))
    return tuple(unread)


def nothing_here(architecture: Architecture, drawing: Drawing, graph: Graph, match: Match | None) -> Finding | None:
    """Why the drawing cannot be judged; nothing if it can."""
    title = architecture.item.title
    if not drawing.boxes:
        return _finding(f"The canvas is empty. Draw the {title}: boxes for operations, arrows for values.")
    if not drawing.arrows:
        return _finding("No arrows were found. Join the boxes with arrows, so that it can be seen what goes where.")
    known = [node for node in graph.nodes if node.op.kind != "unknown"]
    if len(known) * 2 < len(graph.nodes):
        return _finding("Fewer than half of the boxes were understood. Use the operations' usual names.")
    arrows = len(drawing.arrows) + sum(one.what == "arrow" for one in drawing.unread)
    if len(drawing.arrows) * 2 < arrows:
        return _finding("Fewer than half of the arrows lead from one box to another. Let their ends touch the boxes.")
    if match is not None and architecture.item.judged_by != "rules":
        wanted = kinds_of(match.reference.variants) - _ENDS
        wanted |= {kind for one in match.reference.composites for kind in one.inner_kinds}
        same = architecture.rules.same
        if not any(same.get(node.op.kind, node.op.kind) in wanted for node in known if node.op.kind not in _ENDS):
            return _finding(f"Nothing here belongs to the {title}. Is it a drawing of something else?")
    return None


def _finding(message: str) -> Finding:
    return Finding("nothing-here", "mistake", message)

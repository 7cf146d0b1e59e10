"""What every element was taken for."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from evalmode.board.values import Reading

if TYPE_CHECKING:
    from evalmode.board.drawing import Drawing
    from evalmode.board.graph import Graph, Op

__all__ = ["readings"]


def readings(drawing: Drawing, graph: Graph) -> tuple[Reading, ...]:
    """Boxes, arrows, frames and notes with their meanings, to be laid over the drawing."""
    means: dict[str, list[str]] = defaultdict(list)
    for node in graph.nodes:
        for element in node.elements[:1]:
            means[element].append(_words(node.op))
    kinds = {element: edge.kind for edge in graph.edges for element in edge.elements[:1]}
    found = [
        Reading(box.id, "box", box.label, " → ".join(_meanings(means, box.id, box.elements)), elements=box.elements)
        for box in drawing.boxes
    ]
    found += [
        Reading(one.id, "arrow", one.label, kinds.get(one.id, ""), one.source, one.target, one.elements)
        for one in drawing.arrows
    ]
    found += [Reading(one.id, "frame", one.label, elements=one.elements) for one in drawing.frames]
    found += [Reading(one.id, "note", one.text, "note", elements=one.elements) for one in drawing.notes]
    return tuple(found)


def _meanings(means: dict[str, list[str]], identifier: str, elements: tuple[str, ...]) -> list[str]:
    return means.get(identifier) or next((means[one] for one in elements if one in means), [])


def _words(op: Op) -> str:
    if op.kind == "unknown":
        return ""
    inside = ", ".join(f"{name} {value}" for name, value in op.params if name not in ("alternatives", "optional"))
    return op.kind.replace("_", " ") + (f" ({inside})" if inside else "")

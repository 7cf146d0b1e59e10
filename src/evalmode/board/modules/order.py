"""The order in which operations are computed, and arguments come."""

from __future__ import annotations

import re
from heapq import heappop, heappush
from typing import TYPE_CHECKING

from evalmode.board.modules.values import ModuleError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from evalmode.board.graph import Edge, Node

__all__ = ["argument_place", "in_order"]

_FIRST = {"x": 0, "q": 0, "k": 1, "v": 2, "h": 3, "c": 4}
"""In which order arguments come, whatever the order of drawing."""

_LAST = {"text": 1, "noise": 2, "timestep": 3, "label": 4}
_READ = re.compile(r"\b(target|tgt|decoder|shifted|outputs?)\b", re.IGNORECASE)


def argument_place(node: Node) -> tuple[int, int, bool]:
    """Where an argument comes: data before noise before labels, what is read before what is written."""
    named = min([_FIRST.get(name, 0) for name in node.names], default=0)
    return named, _LAST.get(node.op.kind, 0), bool(_READ.search(node.label))


def in_order(nodes: Sequence[Node], edges: Iterable[Edge]) -> list[Node]:
    """Each operation after what leads to it; otherwise as they are drawn.

    Raises:
        ModuleError: They go round in a circle.
    """
    place = {node.id: number for number, node in enumerate(nodes)}
    waits = dict.fromkeys(place, 0)
    after: dict[str, list[str]] = {}
    for edge in edges:
        if edge.source in place and edge.target in place:
            waits[edge.target] += 1
            after.setdefault(edge.source, []).append(edge.target)
    ready = [number for node, number in place.items() if not waits[node]]
    found = []
    while ready:
        node = nodes[heappop(ready)]
        found.append(node)
        for target in after.get(node.id, ()):
            waits[target] -= 1
            if not waits[target]:
                heappush(ready, place[target])
    if len(found) < len(nodes):
        stuck = next(node for node in nodes if waits[node.id])
        label = " ".join(stuck.label.split()) or stuck.op.kind
        raise ModuleError(f"No module is made of this drawing: the arrows go round in a circle at “{label}”.")
    return found

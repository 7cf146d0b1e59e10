"""The order of the nodes: topological where there is one, else as drawn."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evalmode.board.interpreting.draft import Draft

__all__ = ["in_order"]


def in_order(draft: Draft) -> list[str]:
    """The ids of the nodes, each after those whose data it takes; those on cycles at last, as they were drawn."""
    waiting = dict.fromkeys(draft.nodes, 0)
    following: dict[str, list[str]] = {node: [] for node in draft.nodes}
    for edge in draft.edges:
        if edge.kind == "data":
            waiting[edge.target] += 1
            following[edge.source].append(edge.target)
    ready = deque(node for node, count in waiting.items() if not count)
    order: list[str] = []
    while ready:
        node = ready.popleft()
        order.append(node)
        for target in following[node]:
            waiting[target] -= 1
            if not waiting[target]:
                ready.append(target)
    placed = set(order)
    return order + [node for node in draft.nodes if node not in placed]

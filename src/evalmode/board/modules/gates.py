"""Which gate is which in a recurrent cell, by what it is multiplied with."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from evalmode.board.graph import Edge, Node

__all__ = ["added_back", "gate_roles"]

_SIGMOID = frozenset({"sigmoid", "gate"})
_TANH = frozenset({"tanh", "candidate"})
_ENDS = frozenset({"input", "value"})


def gate_roles(nodes: Sequence[Node], edges: Iterable[Edge]) -> Mapping[str, str]:
    """Node id → ``forget_gate``, ``input_gate``, ``output_gate``, ``update_gate``, ``reset_gate`` or ``candidate``."""
    cell = _Cell(nodes, edges)
    return {node.id: found for node in nodes if (found := cell.role(node.id))}


def added_back(node: str, edges: Sequence[Edge]) -> str:
    """Of a difference, the id of the operand that is added again after a product: b of z ⊙ (a − b) + b; else empty."""
    operands = {edge.source for edge in edges if edge.target == node}
    reached = {node}
    for _ in range(2):
        reached |= {edge.target for edge in edges if edge.source in reached}
    return next((edge.source for edge in edges if edge.source in operands and edge.target in reached - {node}), "")


class _Cell:
    def __init__(self, nodes: Sequence[Node], edges: Iterable[Edge]) -> None:
        self._kinds = {node.id: node.op.kind for node in nodes}
        self._before: dict[str, list[str]] = {node: [] for node in self._kinds}
        self._after: dict[str, list[str]] = {node: [] for node in self._kinds}
        for edge in edges:
            if edge.source in self._kinds and edge.target in self._kinds:
                self._before[edge.target].append(edge.source)
                self._after[edge.source].append(edge.target)
        self._has_cell = any("c" in node.names for node in nodes if node.op.kind in _ENDS)

    def role(self, node: str) -> str:
        """Which gate a node is; empty if it is none."""
        if self._kinds[node] not in _SIGMOID | _TANH or self._is_of_state(node):
            return ""
        onward = [self._kinds[target] for target in self._after[node]]
        if not self._has_cell and "one_minus" in onward:
            return "update_gate"
        products = [target for target in self._after[node] if self._kinds[target] == "multiply"]
        return next((found for product in products if (found := self._beside(node, product))), "")

    def _is_of_state(self, node: str) -> bool:
        """Whether it squashes the new state, which is a sum of products."""
        sums = [source for source in self._before[node] if self._kinds[source] == "add"]
        return any(self._kinds[source] == "multiply" for one in sums for source in self._before[one])

    def _beside(self, node: str, product: str) -> str:
        """Which gate it is by the other factor of a product."""
        others = [source for source in self._before[product] if source != node]
        kinds = [self._kinds[other] for other in others]
        if self._kinds[node] in _TANH:
            return "candidate" if set(kinds) & (_SIGMOID | {"one_minus"}) else ""
        if set(kinds) & _ENDS:
            onward = {self._kinds[target] for target in self._after[product]}
            resets = onward & ({"concat", "linear"} | _TANH)
            return "forget_gate" if self._has_cell else "reset_gate" if resets else ""
        squashed = next((other for other, kind in zip(others, kinds, strict=True) if kind in _TANH), None)
        if squashed is None:
            return ""
        return "output_gate" if self._is_of_state(squashed) else "input_gate"

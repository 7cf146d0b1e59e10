"""Which gate is which in a recurrent cell, by what it is multiplied with."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from evalmode.board.graph import Edge, Node

__all__ = ["gate_roles"]

_SIGMOID = frozenset({"sigmoid", "gate"})
_TANH = frozenset({"tanh", "candidate"})
_ENDS = frozenset({"input", "value"})


def gate_roles(nodes: Sequence[Node], edges: Iterable[Edge]) -> Mapping[str, str]:
    """Node id → ``forget_gate``, ``input_gate``, ``output_gate``, ``update_gate``, ``reset_gate`` or ``candidate``."""
    kinds = {node.id: node.op.kind for node in nodes}
    before: dict[str, list[str]] = {node: [] for node in kinds}
    after: dict[str, list[str]] = {node: [] for node in kinds}
    for edge in edges:
        if edge.source in kinds and edge.target in kinds:
            before[edge.target].append(edge.source)
            after[edge.source].append(edge.target)
    cell = any("c" in node.names for node in nodes if node.op.kind in _ENDS)

    def role(node: str) -> str:
        kind = kinds[node]
        if kind not in _SIGMOID | _TANH or any(kinds[source] == "add" and _is_state(source) for source in before[node]):
            return ""
        if not cell and any(kinds[target] == "one_minus" for target in after[node]):
            return "update_gate"
        for target in after[node]:
            if kinds[target] == "multiply":
                found = beside(node, target)
                if found:
                    return found
        return ""

    def _is_state(node: str) -> bool:
        return any(kinds[source] == "multiply" for source in before[node])

    def beside(node: str, product: str) -> str:
        others = [source for source in before[product] if source != node]
        if kinds[node] in _TANH:
            return "candidate" if others and kinds[others[0]] in _SIGMOID | {"one_minus"} else ""
        for other in others:
            if kinds[other] in _ENDS:
                onward = {kinds[target] for target in after[product]}
                return "forget_gate" if cell else "reset_gate" if onward & ({"concat", "linear"} | _TANH) else ""
            if kinds[other] in _TANH:
                state = any(kinds[source] == "add" and _is_state(source) for source in before[other])
                return "output_gate" if state else "input_gate"
        return ""

    return {node: found for node in kinds if (found := role(node))}

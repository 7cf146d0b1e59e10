"""Which input of a node an edge is, and what the values are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evalmode.board.interpreting.draft import Draft

__all__ = ["name_ports"]

_PORTS = frozenset("qkv")


def name_ports(draft: Draft) -> None:
    """Name the query, key and value edges, and give the names written on edges to what makes the value."""
    sources: dict[str, set[str]] = {}
    for edge in draft.edges:
        if edge.kind == "data":
            sources.setdefault(edge.source, set()).update(edge.names)
    for edge in draft.edges:
        if edge.kind != "data":
            continue
        source = draft.nodes[edge.source]
        called = _PORTS.intersection(edge.names) or _PORTS.intersection(source.names)
        if len(called) == 1:
            edge.port = next(iter(called))
        elif len(called) > 1:
            edge.port = ",".join(sorted(called, key="qkv".index))
    for node, names in sources.items():
        made = draft.nodes[node]
        # A name on one of several arrows may be a part of what leaves: only where all agree is it the value's.
        if made.op.kind not in {"input", "split"} and len(names) == 1:
            made.call(names)

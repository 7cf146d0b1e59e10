"""Attention whose projections are drawn is its core; one whose projections are not drawn is the whole of it."""

from __future__ import annotations

import re

from evalmode.board.graph import Op
from evalmode.board.interpreting.draft import Draft, DraftEdge, DraftNode

__all__ = ["settle_attention"]

_HEAD = re.compile(r"\s*(?:attn |attention )?(?:head|tête|kopf)\s*_?(?:\d+|[hnNHi]|\.\.\.|…)(?!\w)", re.IGNORECASE)
_AND_SO_ON = re.compile(r"\s*(?:\.{2,}|…|⋮|⋯)\s*$")
_HEADS = frozenset({"head", "attention", "mha", "unknown", "value", "split_heads"})
_PROJECTED = frozenset({"linear", "split_heads", "split", "rope"})


def settle_attention(draft: Draft) -> None:
    """Tell ``attention``, which takes projected queries, keys and values, from ``mha``, which projects them itself."""
    _imply_projections(draft)
    _gather_heads(draft)
    into, _ = draft.neighbours()
    for node in draft.nodes.values():
        if node.op.kind not in {"mha", "attention"}:
            continue
        sources = [_maker(draft, edge.source) for edge in into[node.id] if edge.kind == "data"]
        projected = sum(draft.nodes[source].op.kind in _PROJECTED for source in sources)
        if (node.op.kind == "mha" and projected >= 2) or (
            node.op.kind == "mha"
            and projected == 1
            and len(sources) == 1
            and draft.nodes[sources[0]].op.kind == "split"
        ):
            node.op = Op("attention", node.op.params)


def _imply_projections(draft: Draft) -> None:
    """Arrows called Q, K and V that leave one value for an attention drawn in full are its projections."""
    sources: dict[str, dict[str, list[DraftEdge]]] = {}
    for edge in draft.edges:
        if edge.kind == "data" and edge.port in {"q", "k", "v"} and edge.names == (edge.port,):
            sources.setdefault(edge.source, {}).setdefault(edge.port, []).append(edge)
    for source, ports in sources.items():
        leading = [edge for edges in ports.values() for edge in edges]
        if len(ports) < 2 or draft.nodes[source].op.kind in _PROJECTED | {"reshape", "transpose"}:
            continue
        if any(draft.nodes[edge.target].op.kind not in {"matmul", "attention"} for edge in leading):
            continue
        for port, edges in ports.items():
            node = f"{edges[0].elements[0]}/{port}"
            draft.nodes[node] = DraftNode(node, Op("linear"), edges[0].label, (port,), edges[0].elements)
            draft.edges.append(DraftEdge(source, node, elements=edges[0].elements))
            for edge in edges:
                edge.source = node


def _gather_heads(draft: Draft) -> None:
    """Heads side by side, each in a box of its own and all led to one concatenation, are one attention."""
    heads: dict[str, list[DraftNode]] = {}
    for node in draft.nodes.values():
        out = draft.out_of(node.id)
        head = _HEAD.match(node.label) and node.op.kind in _HEADS
        if len(out) == 1 and (head or (heads and _AND_SO_ON.match(node.label))):
            heads.setdefault(out[0].target, []).append(node)
    for gathered, side_by_side in heads.items():
        first, *others = side_by_side
        sources = {frozenset(edge.source for edge in draft.into(node.id)) for node in side_by_side}
        if not others or draft.nodes[gathered].op.kind not in {"concat", "merge_heads"} or len(sources) != 1:
            continue
        shapes = {edge.shape for node in side_by_side for edge in draft.out_of(node.id)} - {""}
        if shapes & {edge.shape for edge in draft.out_of(gathered)}:
            continue  # all heads together are wider than one
        first.op = Op("mha")
        first.elements = tuple(dict.fromkeys(part for node in side_by_side for part in node.elements))
        gone = {node.id for node in others}
        draft.edges = [edge for edge in draft.edges if not gone & {edge.source, edge.target}]
        for identifier in gone:
            del draft.nodes[identifier]


def _maker(draft: Draft, node: str) -> str:
    """The node before neutral ones that only reshape."""
    seen: set[str] = set()
    while draft.nodes[node].op.kind in {"reshape", "transpose", "value", "identity", "copy"} and node not in seen:
        seen.add(node)
        before = [edge.source for edge in draft.into(node)]
        if len(before) != 1:
            break
        node = before[0]
    return node

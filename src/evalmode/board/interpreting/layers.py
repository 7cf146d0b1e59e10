"""Networks drawn layer by layer: layers behind the noise are the generator, those behind the data the discriminator."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from evalmode.board.graph import Op

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evalmode.board.interpreting.draft import Draft, DraftEdge

__all__ = ["contract_layers"]

_LAYERS = frozenset({"convolution", "linear", "norm", "activation", "pooling", "shape", "ffn", "regularisation"})
_NETWORKS = ("generator", "discriminator")
_MADE = re.compile(r"fake|generated|G\(|x[\u0302\u0303]|x_?(?:hat|fake|gen)", re.IGNORECASE)
_SCORED = re.compile(r"^\s*D(?:_\{?\w+\}?)?\s*\(")


def contract_layers(draft: Draft) -> None:
    """Find each chain of layers that stands for a network which is not drawn as a box, or that ends one which is."""
    _score_layers(draft)
    drawn = {node.op.kind for node in draft.nodes.values()}
    if "generator" not in drawn:
        chain = next((chain for start in _starts(draft, "noise") if (chain := _chain(draft, start))), [])
        if chain:
            _name(draft, _as_far_as_made(draft, chain))
    if "discriminator" not in drawn:
        starts = (start for kind in ("real_data", "fake", "generator") for start in _starts(draft, kind))
        chain = next((chain for start in starts if (chain := _chain(draft, start))), [])
        if chain:
            _contract(draft, chain, "discriminator")
    for node in list(draft.nodes.values()):
        if node.id in draft.nodes and node.op.kind in _NETWORKS:
            chain = _chain(draft, node.id)
            if chain:
                _contract(draft, [node.id, *chain], node.op.kind)


def _score_layers(draft: Draft) -> None:
    """``D(x)`` behind nothing but layers is the score that these layers give."""
    for node in draft.nodes.values():
        before = [edge.source for edge in draft.into(node.id) if not _trains(draft, edge)]
        if node.op.kind == "discriminator" and _SCORED.match(node.label) and len(before) == 1:
            node.op = Op("score") if _is_layer(draft, before[0]) else node.op


def _starts(draft: Draft, kind: str) -> Iterator[str]:
    return (node.id for node in list(draft.nodes.values()) if node.op.kind == kind)


def _chain(draft: Draft, source: str) -> list[str]:
    """The layers behind a value, as far as one leads to the next and nothing else comes in."""
    chain: list[str] = []
    node = source
    while True:
        following = [edge.target for edge in draft.out_of(node) if _is_layer(draft, edge.target)]
        if len(following) != 1 or following[0] in chain or (chain and len(_fed(draft, following[0])) > 1):
            return chain
        node = following[0]
        chain.append(node)


def _is_layer(draft: Draft, node: str) -> bool:
    return draft.setting.category(draft.nodes[node].op.kind) in _LAYERS


def _fed(draft: Draft, node: str) -> list[DraftEdge]:
    """What reaches a layer, but for what a loss sends back."""
    return [edge for edge in draft.into(node) if not _trains(draft, edge)]


def _trains(draft: Draft, edge: DraftEdge) -> bool:
    """Whether it is sent back: by a loss, or as a gradient from what the layer's own values led to."""
    loss = draft.setting.category(draft.nodes[edge.source].op.kind) in {"loss", "optimisation"}
    return loss or edge.kind == "gradient" or (edge.dashed and draft.reaches(edge.target, edge.source))


def _as_far_as_made(draft: Draft, chain: list[str]) -> list[str]:
    """The layers of the generator, where those of the discriminator follow with no box for the fakes between."""
    for place, node in enumerate(chain[:-1], start=1):
        kinds = [draft.nodes[one].op.kind for one in chain[place - 1 : place + 1]]
        if any(_MADE.search(edge.label) for edge in draft.out_of(node)) or kinds == ["tanh", "conv"]:
            return chain[:place]
    return chain


def _name(draft: Draft, chain: list[str]) -> None:
    """The last layer stands for the generator; what is sent back to any of its layers is sent to it."""
    whole = draft.nodes[chain[-1]]
    whole.op = Op("generator")
    for edge in draft.edges:
        if edge.target in chain and _trains(draft, edge):
            edge.target, edge.kind = whole.id, "gradient"


def _contract(draft: Draft, chain: list[str], network: str) -> None:
    """One node for all of the layers; an activation at their end stays, because it makes scores of logits."""
    if len(chain) > 1 and draft.setting.category(draft.nodes[chain[-1]].op.kind) == "activation":
        chain = chain[:-1]
    whole, inside = draft.nodes[chain[0]], set(chain)
    whole.op = Op(network, whole.op.params if whole.op.kind == network else ())
    whole.elements = tuple(dict.fromkeys(part for node in chain for part in draft.nodes[node].elements))
    whole.shape = draft.nodes[chain[-1]].shape or whole.shape
    for edge in draft.edges:
        if edge.target in inside and _trains(draft, edge):
            edge.kind = "gradient"
        edge.source = whole.id if edge.source in inside else edge.source
        edge.target = whole.id if edge.target in inside else edge.target
    draft.edges = [edge for edge in draft.edges if edge.source != edge.target]
    for node in chain[1:]:
        del draft.nodes[node]

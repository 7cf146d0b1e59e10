"""Networks drawn layer by layer: layers behind the noise are the generator, those behind the data the discriminator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.board.graph import Op

if TYPE_CHECKING:
    from evalmode.board.interpreting.draft import Draft

__all__ = ["contract_layers"]

_LAYERS = frozenset({"convolution", "linear", "norm", "activation", "pooling", "shape", "ffn", "regularisation"})


def contract_layers(draft: Draft) -> None:
    """Find each chain of layers that stands for a network which is not drawn as a box."""
    kinds = {node.op.kind for node in draft.nodes.values()}
    for network, source in (("generator", "noise"), ("discriminator", "real_data")):
        if network in kinds:
            continue
        for node in list(draft.nodes.values()):
            if node.op.kind == source:
                chain = _chain(draft, node.id)
                if chain:
                    (_name if network == "generator" else _contract)(draft, chain, network)
                    break


def _chain(draft: Draft, source: str) -> list[str]:
    """The layers behind a value, as far as one leads to the next and nothing else comes in."""
    chain: list[str] = []
    node = source
    while True:
        following = [
            edge.target
            for edge in draft.out_of(node)
            if draft.setting.category(draft.nodes[edge.target].op.kind) in _LAYERS
        ]
        if len(following) != 1 or following[0] in chain or (chain and len(draft.into(following[0])) > 1):
            return chain
        node = following[0]
        chain.append(node)


def _name(draft: Draft, chain: list[str], network: str) -> None:
    """The last layer stands for the network; what the losses send to any of its layers, they send to it."""
    whole = draft.nodes[chain[-1]]
    whole.op = Op(network)
    for edge in draft.edges:
        loss = draft.setting.category(draft.nodes[edge.source].op.kind) in {"loss", "optimisation"}
        if loss and edge.target in chain:
            edge.target = whole.id


def _contract(draft: Draft, chain: list[str], network: str) -> None:
    """One node for all of the layers; an activation at their end stays, because it makes scores of logits."""
    if len(chain) > 1 and draft.setting.category(draft.nodes[chain[-1]].op.kind) == "activation":
        chain = chain[:-1]
    whole, inside = draft.nodes[chain[0]], set(chain)
    whole.op = Op(network)
    whole.elements = tuple(dict.fromkeys(part for node in chain for part in draft.nodes[node].elements))
    for edge in draft.edges:
        edge.source = whole.id if edge.source in inside else edge.source
        edge.target = whole.id if edge.target in inside else edge.target
    draft.edges = [edge for edge in draft.edges if edge.source != edge.target]
    for node in chain[1:]:
        del draft.nodes[node]

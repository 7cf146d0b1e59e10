"""Networks drawn layer by layer: a chain of layers behind the noise is the generator, one behind the data the discriminator."""

from __future__ import annotations

from evalmode.board.graph import Op
from evalmode.board.interpreting.draft import Draft

__all__ = ["contract_layers"]

_LAYERS = frozenset({"convolution", "linear", "norm", "activation", "pooling", "shape", "ffn", "regularisation"})


def contract_layers(draft: Draft) -> None:
    """Name the first of each chain of layers that stands for a network which is not drawn as a box."""
    kinds = {node.op.kind for node in draft.nodes.values()}
    for network, source in (("generator", "noise"), ("discriminator", "real_data")):
        if network in kinds:
            continue
        for node in list(draft.nodes.values()):
            if node.op.kind == source:
                chain = _chain(draft, node.id)
                if chain:
                    _name(draft, chain, network)
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
        if len(following) != 1 or following[0] in chain or chain and len(draft.into(following[0])) > 1:
            return chain
        node = following[0]
        chain.append(node)


def _name(draft: Draft, chain: list[str], network: str) -> None:
    """The first layer stands for the network; what the losses send to any of its layers, they send to it."""
    whole = draft.nodes[chain[0]]
    whole.op = Op(network)
    for edge in draft.edges:
        loss = draft.setting.category(draft.nodes[edge.source].op.kind) in {"loss", "optimisation"}
        if loss and edge.target in chain:
            edge.target = whole.id

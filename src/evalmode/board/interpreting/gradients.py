"""Arrows of the backward pass: said in words, or dashed or coloured arrows that lead back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from evalmode.board.interpreting.draft import DraftEdge

if TYPE_CHECKING:
    from evalmode.board.interpreting.draft import Draft

__all__ = ["find_gradients"]

_TRAINED = frozenset(
    {"generator", "discriminator", "encoder", "decoder", "unet", "optimiser", "image_encoder", "text_encoder"}
)
# Where nobody asks for the backward pass, an arrow that leads back is a mistake or a recurrence, whatever its colour.
_FORWARD = frozenset(
    {
        "transformer-block",
        "resnet-bottleneck",
        "lstm-cell",
        "gru-cell",
        "unet",
        "mha",
        "enc-dec",
        "vit",
        "se-block",
        "inverted-residual",
    }
)
_GIVEN = frozenset({"score", "sigmoid", "fake", "value", "unknown", "output"})
"""What a network of a GAN makes, or may make, which has no weights of its own."""
_RED = re.compile(r"^#(?:[c-f][0-9a-f])(?:[0-6][0-9a-f])(?:[0-6][0-9a-f])$", re.IGNORECASE)


def find_gradients(draft: Draft) -> None:
    """Mark the arrows that carry gradients and do not say so."""
    if draft.setting.architecture in _FORWARD:
        _keep_forward(draft)
        return
    data = [edge for edge in draft.edges if edge.kind == "data"]
    marked = [edge for edge in data if edge.dashed or _RED.match(edge.colour)]
    telling = len(marked) < len(data)
    for edge in data:
        if _from_loss(draft, edge) or (telling and edge in marked and _leads_back(draft, edge)):
            edge.kind = "gradient"
    if draft.setting.architecture == "gan":
        _pass_on(draft)


def _pass_on(draft: Draft) -> None:
    """Complete a gradient that is drawn in pieces.

    What arrives at a score goes on to the discriminator, what arrives at a fake to the generator, and what leaves a
    network or its values unprompted came from what these lead to.
    """
    gradients = [edge for edge in draft.edges if edge.kind == "gradient"]
    left, reached = {edge.source for edge in gradients}, {edge.target for edge in gradients}
    for node in dict.fromkeys(edge.target for edge in gradients if edge.target not in left):
        if draft.nodes[node].op.kind in _GIVEN:
            _step_back(draft, node)
    for node in dict.fromkeys(edge.source for edge in gradients if edge.source not in reached):
        if not _is_loss(draft, node):
            _begin(draft, node, reached)


def _begin(draft: Draft, node: str, reached: set[str]) -> None:
    """Lead the gradient that leaves something to it: from the loss before an optimiser, or from what it led to."""
    before = [edge for edge in draft.into(node) if _is_loss(draft, edge.source)]
    for edge in before:
        edge.kind = "gradient"
    taker = next((edge.target for edge in draft.out_of(node) if edge.target in reached), "")
    if taker and not before:
        draft.edges.append(DraftEdge(taker, node, "gradient"))


def _is_loss(draft: Draft, node: str) -> bool:
    return draft.setting.category(draft.nodes[node].op.kind) == "loss"


def _step_back(draft: Draft, node: str) -> None:
    """Lead a gradient on from a score or a sample to the network that made it."""
    seen = {node}
    while draft.nodes[node].op.kind in _GIVEN:
        makers = [edge.source for edge in draft.into(node) if edge.source not in seen]
        if len(makers) != 1:
            return
        draft.edges.append(DraftEdge(node, makers[0], "gradient"))
        node = makers[0]
        seen.add(node)


def _keep_forward(draft: Draft) -> None:
    """An arrow that leads on carries values, whatever is remarked about gradients beside it: ``gradient survives``."""
    for edge in draft.edges:
        if edge.kind == "gradient" and not draft.reaches(edge.target, edge.source):
            edge.kind = "data"


def _from_loss(draft: Draft, edge: DraftEdge) -> bool:
    """Whether it leads from a loss into a network that the loss trains."""
    source, target = draft.nodes[edge.source].op.kind, draft.nodes[edge.target].op.kind
    loss = draft.setting.category(source) == "loss" or source == "optimiser"
    backward = source == "discriminator" and target == "generator"
    return (loss and target in _TRAINED) or backward


def _leads_back(draft: Draft, edge: DraftEdge) -> bool:
    """Whether data flows from its target to its source without it."""
    if draft.setting.category(draft.nodes[edge.source].op.kind) == "loss":
        return draft.setting.category(draft.nodes[edge.target].op.kind) != "loss"
    return draft.reaches(edge.target, edge.source)

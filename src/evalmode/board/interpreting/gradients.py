"""Arrows of the backward pass: said in words, or dashed or coloured arrows that lead back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evalmode.board.interpreting.draft import Draft, DraftEdge

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

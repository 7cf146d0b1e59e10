"""Networks and what they make, where one letter may be either: ``G(z)`` is the generator or the fake image."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from evalmode.board.graph import Op
from evalmode.board.interpreting.layers import contract_layers
from evalmode.board.interpreting.players import place_networks
from evalmode.board.interpreting.terms import add_terms, part_losses

if TYPE_CHECKING:
    from evalmode.board.interpreting.draft import Draft, DraftNode

__all__ = ["settle_networks"]

_APPLIED = re.compile(r"^\s*[A-Za-z](?:_\{?\w+\}?)?\s*\(")
_JUDGED = re.compile(r"^\s*(?:D|disc\w*|critic)(?:_\{?\w+\}?)?\s*\(", re.IGNORECASE)
_EXCHANGED = {
    "generator": re.compile(r"^\W*(?:max|asc)", re.IGNORECASE),
    "discriminator": re.compile(r"^\W*(?:min|desc)", re.IGNORECASE),
}
"""What an arrow from the value function says that the wrong network does with it."""
_MADE = {"generator": "fake", "discriminator": "score"}


def settle_networks(draft: Draft) -> None:
    """In a GAN, ``D(x)`` behind the discriminator is its score, and ``G(z)`` right behind the noise the generator."""
    _settle_totals(draft)
    if draft.setting.architecture == "vit":
        _project_patches(draft)
    if draft.setting.architecture != "gan":
        return
    _judge_samples(draft)
    place_networks(draft)
    _share_losses(draft)
    part_losses(draft)
    add_terms(draft)
    _add_parts(draft)
    contract_layers(draft)
    for node in list(draft.nodes.values()):
        before = {draft.nodes[edge.source].op.kind for edge in draft.into(node.id)}
        made = _MADE.get(node.op.kind)
        if made and node.op.kind in before and _APPLIED.match(node.label):
            node.op = Op(made)


def _judge_samples(draft: Draft) -> None:
    """``D(fake)`` is no sample: it is the discriminator, or behind it the score that it gives."""
    for node in draft.nodes.values():
        before = {draft.nodes[edge.source].op.kind for edge in draft.into(node.id)}
        if node.op.kind in {"fake", "real_data"} and _JUDGED.match(node.label):
            node.op = Op("score" if "discriminator" in before else "discriminator")


def _add_parts(draft: Draft) -> None:
    """Where a discriminator's loss is drawn in several boxes, each may be computed on one kind of samples."""
    parts = [node for node in draft.nodes.values() if node.op.kind == "discriminator_loss"]
    if len(parts) > 1:
        for part in parts:
            part.op = Op(part.op.kind, tuple(pair for pair in part.op.params if pair[0] != "on"))


def _project_patches(draft: Draft) -> None:
    """In a ViT the linear layer behind the patches embeds them."""
    for node in draft.nodes.values():
        before = {draft.nodes[edge.source].op.kind for edge in draft.into(node.id)}
        if node.op.kind == "linear" and before & {"patchify", "reshape"}:
            node.op = Op("patch_embedding", node.op.params)


def _settle_totals(draft: Draft) -> None:
    """A box that sums losses drawn on their own is the total; where they are not drawn, it stands for them."""
    losses = [node for node in draft.nodes.values() if draft.setting.category(node.op.kind) == "loss"]
    boxes: dict[str, list[DraftNode]] = {}
    for node in losses:
        boxes.setdefault(node.id.rsplit("/", 1)[0], []).append(node)
    for box, parts in boxes.items():
        elsewhere = {node.op.kind for node in losses if node not in parts}
        if len(parts) > 1 and any(part.op.kind in elsewhere for part in parts) and box in draft.entries:
            for part in parts:
                part.op = Op("loss")


def _share_losses(draft: Draft) -> None:
    """A box with both losses sends to each network the gradient of its own."""
    for edge in draft.edges:
        box = edge.source.rsplit("/", 1)[0]
        target = draft.nodes[edge.target].op.kind
        said = re.search(r"L_?\{?([DG])|(?:^|[^A-Za-z])([DG])(?:\b|_)", edge.label)
        if said:
            target = "discriminator" if "D" in said.groups() else "generator"
        own = {"discriminator": "discriminator_loss", "generator": "generator_loss"}.get(target)
        if own is None or box == edge.source:
            continue
        for node in draft.nodes.values():
            if node.id.rsplit("/", 1)[0] == box and node.op.kind == own:
                edge.source = node.id
                if _EXCHANGED[target].search(edge.label) and node.op.get("game"):
                    node.op = Op(own, (("game", "exchanged"),))
                    node.elements = (*edge.elements, *node.elements)

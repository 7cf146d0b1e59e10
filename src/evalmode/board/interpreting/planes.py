"""A U-Net of feature maps: boxes are tensors, and what is done to them stands on arrows or goes without saying."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from evalmode.board.graph import Op
from evalmode.board.interpreting.ways import DOWN, JOINS, UP

if TYPE_CHECKING:
    from evalmode.board.interpreting.draft import Draft, DraftEdge, DraftNode

__all__ = ["settle_planes"]

_LEVELS = frozenset({"conv_block", "residual_block", "encoder_stage", "decoder_stage", "bottleneck", "residual_unit"})
_PROSE = re.compile(r"^[^\d×/]+$")
_CROPPED = re.compile(r"\bcrop|\bvalid\b|\bunpadded|\bno padding|without padding", re.IGNORECASE)
_SIDE = re.compile(r"(?<![\w.])(\d{2,4})(?![\w.])")


def settle_planes(draft: Draft) -> None:
    """Find the operations of each level where the boxes are tensors."""
    arrows = {arrow.id for arrow in draft.drawing.arrows}
    _drop_remarks(draft)
    _join_behind_upsampling(draft, arrows)
    _stand_for_levels(draft)
    _finish(draft)
    _leave_unpadded(draft)


def _on(node: DraftNode, arrows: set[str]) -> bool:
    return node.id.rsplit("/", 1)[0] in arrows


def _data(draft: Draft, node: DraftNode) -> bool:
    return draft.setting.category(node.op.kind) == "data" or node.op.kind == "unknown"


def _drop_remarks(draft: Draft) -> None:
    """A sentence with an arrow to what it is about is no second input."""
    starts = [node for node in draft.nodes.values() if _data(draft, node) and not draft.into(node.id)]
    for node in starts:
        out = draft.out_of(node.id)
        other = all(len(draft.into(edge.target)) > 1 for edge in out)
        said = len(node.label.split()) > 2 or all(edge.dashed for edge in out)
        if len(starts) > 1 and out and other and said and _PROSE.match(node.label):
            draft.words.append(node.label)
            draft.edges = [edge for edge in draft.edges if edge.source != node.id]
            del draft.nodes[node.id]


def _join_behind_upsampling(draft: Draft, arrows: set[str]) -> None:
    """Where an arrow ``up, 2×conv`` and a skip reach a tensor, the skip is joined before the convolutions."""
    for node in draft.nodes.values():
        into = draft.into(node.id)
        made = [edge for edge in into if _on(draft.nodes[edge.source], arrows)]
        if not _data(draft, node) or len(into) < 2 or len(made) != 1:
            continue
        taker = _behind_upsampling(draft, made[0], arrows)
        for edge in into:
            if taker and edge is not made[0]:
                edge.target, edge.join = taker, edge.join or "concat"


def _behind_upsampling(draft: Draft, edge: DraftEdge, arrows: set[str]) -> str:
    """The join or what else is behind the upsampling on the arrow that an edge ends; empty if there is none."""
    taker = ""
    while _on(draft.nodes[edge.source], arrows):
        if draft.nodes[edge.source].op.kind in JOINS:
            return edge.source
        if draft.nodes[edge.source].op.kind in UP:
            return taker
        taker, before = edge.source, draft.into(edge.source)
        if len(before) != 1:
            return ""
        edge = before[0]
    return ""


def _stand_for_levels(draft: Draft) -> None:
    """Where a drawing has pooling and upsampling and nowhere a level's convolutions, its tensors stand for them."""
    kinds = {node.op.kind for node in draft.nodes.values()}
    if not kinds & DOWN or not kinds & UP or any(_is_level(draft, node) for node in draft.nodes.values()):
        _begin(draft)
        return
    for node in draft.nodes.values():
        into, out = draft.into(node.id), draft.out_of(node.id)
        raised = len(into) == 1 and draft.nodes[into[0].source].op.kind in UP
        joined = all(draft.nodes[edge.target].op.kind in JOINS for edge in out)
        if _data(draft, node) and into and out and not (raised and joined):
            node.op = Op("conv_block")


def _begin(draft: Draft) -> None:
    """Where the convolutions stand on arrows, an empty arrow from the image to the first tensor has the first ones."""
    arrows = {arrow.id for arrow in draft.drawing.arrows}
    for node in draft.nodes.values():
        into, out = draft.into(node.id), draft.out_of(node.id)
        first = len(into) == 1 and not draft.into(into[0].source) and _data(draft, draft.nodes[into[0].source])
        taken = {draft.nodes[edge.target].op.kind for edge in out if _on(draft.nodes[edge.target], arrows)}
        if _data(draft, node) and node.shape and first and taken & DOWN:
            node.op = Op("conv_block")


def _is_level(draft: Draft, node: DraftNode) -> bool:
    """Whether a node is what a level does to its input, and no part of an upsampling or of the head."""
    if node.op.kind in _LEVELS:
        return node.op.kind != "bottleneck"
    box = node.id.rsplit("/", 1)[0]
    raising = any(other.op.kind in UP and other.id.rsplit("/", 1)[0] == box for other in draft.nodes.values())
    return node.op.kind == "conv" and node.op.get("kernel") != "1" and node.op.get("stride", "1") == "1" and not raising


def _finish(draft: Draft) -> None:
    """A norm and an activation between the last block and the 1×1 convolution belong to that block."""
    for node in list(draft.nodes.values()):
        into, out = draft.into(node.id), draft.out_of(node.id)
        if draft.setting.category(node.op.kind) not in {"norm", "activation"} or len(into) != 1 or len(out) != 1:
            continue
        follows = draft.nodes[out[0].target]
        ends = follows.op.kind == "conv" and follows.op.get("kernel") == "1"
        between = (
            draft.setting.category(follows.op.kind) == "activation" and draft.nodes[into[0].source].op.kind in _LEVELS
        )
        if draft.nodes[into[0].source].op.kind in _LEVELS and (ends or between):
            out[0].source, out[0].shape = into[0].source, out[0].shape or into[0].shape
            draft.edges.remove(into[0])
            del draft.nodes[node.id]


def _leave_unpadded(draft: Draft) -> None:
    """Convolutions take their border away where words say so and the sides that are written shrink by it."""
    words = [*(note.text for note in draft.drawing.notes), *(box.label for box in draft.drawing.boxes)]
    words += [arrow.label for arrow in draft.drawing.arrows]
    sides = {int(side) for text in words for side in _SIDE.findall(text)}
    if not any(_CROPPED.search(text) for text in words) or not any(side - 4 in sides for side in sides):
        return
    for node in draft.nodes.values():
        if node.op.kind in {"conv_block", "conv"} and node.op.get("kernel") != "1":
            node.op = Op(node.op.kind, tuple(sorted({**dict(node.op.params), "padding": "valid"}.items())))

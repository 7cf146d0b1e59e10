"""The boxes of a U-Net: a level with its pooling, or the convolutions of a level alone; a number alone is either."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from evalmode.board.graph import Op
from evalmode.board.interpreting.planes import settle_planes
from evalmode.board.interpreting.ways import DOWN, JOINS, UP, add_ways, open_gates, place_shapes

if TYPE_CHECKING:
    from evalmode.board.interpreting.draft import Draft, DraftNode

__all__ = ["settle_stages"]

_NUMBER = re.compile(r"^\s*(\d{1,4}|\d*[CNF](?:[·*]?\d+)?)\s*(?:ch|channels|-?d|filters|f|c|maps)?\s*$", re.IGNORECASE)
_SIZES = re.compile(r"^\s*(\d{1,4}|\d*[Cc])\s*(?:→|->|to)\s*(\d{1,4}|\d*[Cc])\s*$")
_WAY = re.compile(r"^\s*(?:down|up|down ?step|up ?step|↓|↑)\s*(?:[×x]? ?2)?\s*$", re.IGNORECASE)


def settle_stages(draft: Draft) -> None:
    """Tell stages from blocks of convolutions by whether pooling and upsampling are drawn on their own."""
    if draft.setting.architecture != "unet":
        return
    open_gates(draft)
    place_shapes(draft)
    _lead_skips_past_upsampling(draft)
    arrows = {arrow.id for arrow in draft.drawing.arrows}
    on_arrows = {
        node.id
        for node in draft.nodes.values()
        if node.op.kind in {"conv", "conv_block"}
        and node.op.get("kernel") != "1"
        and node.id.rsplit("/", 1)[0] in arrows
    }
    for node in draft.nodes.values():
        beside = {edge.source for edge in draft.into(node.id)} | {edge.target for edge in draft.out_of(node.id)}
        last = not draft.out_of(node.id)
        scores = last and any(draft.nodes[one].op.get("kernel") == "1" for one in beside)
        _read_number(node, on_arrows=scores or bool(on_arrows if last else beside & on_arrows))
    _read_ways(draft, arrows)
    settle_planes(draft)
    _read_lone(draft)
    add_ways(draft)
    kinds = {node.op.kind for node in draft.nodes.values()}
    pooled = any(map(_halves, draft.nodes.values()))
    raised = bool(kinds & UP)
    for node in draft.nodes.values():
        if node.op.kind == "bottleneck" and not pooled:
            node.shape = ""  # the pooling before it is not drawn
        if (
            (node.op.kind == "encoder_stage" and pooled)
            or (node.op.kind == "decoder_stage" and raised)
            or node.op.kind == "bottleneck"
        ):
            node.op = Op("conv_block", node.op.params)


def _lead_skips_past_upsampling(draft: Draft) -> None:
    """In a box such as ``up + conv block`` the skip is joined behind the upsampling, where the sizes are the same."""
    for node in draft.nodes.values():
        box, _, place = node.id.rpartition("/")
        further = draft.out_of(node.id)
        if node.op.kind in UP and place == "1" and len(further) == 1 and further[0].target == f"{box}/2":
            into = draft.into(node.id)
            skips = [edge for edge in into if edge.join == "concat" or edge.skip]
            if len(skips) == len(into) - 1:
                for edge in skips:
                    edge.target = f"{box}/2"


def _read_number(node: DraftNode, *, on_arrows: bool) -> None:
    """A box with nothing but a number of channels stands for a level's convolutions, unless they are on its arrows."""
    if node.op.kind not in {"value", "unknown"}:
        return
    number, sizes = _NUMBER.match(node.label), _SIZES.match(node.label)
    if not number and not sizes:
        return
    node.shape = ""
    if on_arrows:
        node.op = Op("value")
    elif sizes:
        node.op = Op("conv_block", (("in", sizes.group(1)), ("out", sizes.group(2))))
    elif number:
        node.op = Op("conv_block", (("out", number.group(1)),))


def _read_lone(draft: Draft) -> None:
    """A single convolution between steps of the U is what its level does; ``up5`` before a join only raises."""
    for node in draft.nodes.values():
        after = {draft.nodes[edge.target].op.kind for edge in draft.out_of(node.id)}
        if node.op.kind == "decoder_stage" and len(draft.into(node.id)) == 1 and after and after <= JOINS:
            node.op = Op("upsample")
    for node in draft.nodes.values():
        if _plain_conv(node) and _is_alone(draft, node):
            node.op = Op("conv_block", node.op.params)


def _is_alone(draft: Draft, node: DraftNode) -> bool:
    before = [_maker(draft, edge.source) for edge in draft.into(node.id)]
    after = [taker for edge in draft.out_of(node.id) for taker in _takers(draft, edge.target)]
    images = [one for one in before if draft.setting.category(one.op.kind) == "data" and not draft.into(one.id)]
    starts = len(before) > 1 or all(_halves(one) or one.op.kind in JOINS or one in images for one in before)
    ends = all(
        _halves(one) or one.op.kind in UP | JOINS or one.op.get("kernel") == "1" or len(draft.into(one.id)) > 1
        for one in after
    )
    return bool(before and after) and starts and ends


def _maker(draft: Draft, node: str) -> DraftNode:
    """What makes a value, past the tensors drawn on its way."""
    for _ in draft.nodes:
        into = draft.into(node)
        if not _is_tensor(draft.nodes[node]) or len(into) != 1:
            break
        node = into[0].source
    return draft.nodes[node]


def _takers(draft: Draft, node: str) -> list[DraftNode]:
    """What takes a value, past the tensor drawn on its way."""
    out = draft.out_of(node) if _is_tensor(draft.nodes[node]) and len(draft.into(node)) == 1 else []
    return [draft.nodes[edge.target] for edge in out] or [draft.nodes[node]]


def _is_tensor(node: DraftNode) -> bool:
    return node.op.kind == "value"


def _plain_conv(node: DraftNode) -> bool:
    return node.op.kind == "conv" and node.op.get("kernel") != "1" and node.op.get("stride", "1") == "1"


def _halves(node: DraftNode) -> bool:
    return node.op.kind in DOWN or (node.op.kind == "conv" and node.op.get("stride") == "2")


def _read_ways(draft: Draft, arrows: set[str]) -> None:
    """Arrows called ``down`` and ``up`` between tensors are whole levels where no other arrow has the convolutions."""
    ways = [
        node
        for node in draft.nodes.values()
        if node.op.kind in {"downsample", "upsample"}
        and node.id.rsplit("/", 1)[0] in arrows
        and _WAY.match(node.label.split("\n")[0])
    ]
    levels = sum(
        node.op.kind in {"conv", "conv_block", "encoder_stage", "decoder_stage"} and node.op.get("kernel") != "1"
        for node in draft.nodes.values()
    )
    pooled = any(node.op.kind in {"max_pool", "avg_pool"} for node in draft.nodes.values())
    if levels >= max(len(ways), 2) or (pooled and not levels):
        return
    for node in ways:
        node.op = Op("encoder_stage" if node.op.kind == "downsample" else "decoder_stage")
        out = draft.out_of(node.id)
        if node.op.kind == "decoder_stage" and len(out) == 1:
            for edge in draft.into(out[0].target):
                if edge is not out[0]:
                    edge.target, edge.join = node.id, ""

"""What a note tells about all ways between a U-Net's levels: ``arrows down: max pool 2×2, arrows up: up-conv``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from evalmode.board.graph import Op
from evalmode.board.interpreting.draft import DraftEdge, DraftNode
from evalmode.board.shapes import parse_shape

if TYPE_CHECKING:
    from evalmode.board.interpreting.draft import Draft

__all__ = ["DOWN", "JOINS", "LEVELS", "UP", "add_ways", "open_gates", "place_shapes"]

DOWN = frozenset({"max_pool", "avg_pool", "downsample"})
UP = frozenset({"upsample", "conv_transpose", "pixel_shuffle"})
JOINS = frozenset({"concat", "add"})
LEVELS = frozenset({"conv_block", "residual_block", "bottleneck", "residual_unit"})
_POOLED = re.compile(r"max[ -]?pool|\bpool(?:ing|ed|s)?\b|stride[ -=]?2|strided|halv(?:e|ing)", re.IGNORECASE)
_RAISED = re.compile(
    r"up-?conv|convt\b|transposed?[ -]?conv|conv ?transpose|up-?sampl|deconv|bilinear|unpool|doubl(?:es|ing)\b",
    re.IGNORECASE,
)
_SCORED = re.compile(r"\b(?:last|final|output|head|end)\b[^;,.]*(?<![\d×x])1 ?[×x] ?1(?! ?[×x])", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:no|not|without|missing|instead)\b", re.IGNORECASE)


def add_ways(draft: Draft) -> None:
    """Put in the poolings and upsamplings that nothing shows and a note tells."""
    texts = [note.text for note in draft.drawing.notes] + draft.words
    told = [line for text in texts for line in text.split("\n") if not _DENIED.search(line)]
    kinds = {node.op.kind for node in draft.nodes.values()}
    if not kinds & (DOWN | {"encoder_stage"}) and any(map(_POOLED.search, told)):
        for edge in _down(draft):
            _put(draft, edge, Op("max_pool"))
    if not kinds & (UP | {"decoder_stage"}) and any(map(_RAISED.search, told)):
        for edge in _up(draft):
            _put(draft, edge, Op("upsample"))
    scored = any(node.op.get("kernel") == "1" or node.op.kind in {"head", "linear"} for node in draft.nodes.values())
    if not scored and any(map(_SCORED.search, told)):
        for edge in _last(draft):
            _put(draft, edge, Op("conv", (("kernel", "1"),)), made=True)


def open_gates(draft: Draft) -> None:
    """An attention gate weighs a skip by what comes from below: the skip goes through it."""
    for node in draft.nodes.values():
        into = draft.into(node.id)
        if node.op.kind != "attention_gate" or len(into) != 2:
            continue
        one, two = into
        draft.edges.remove(two if draft.reaches(one.source, two.source) else one)
        node.op = Op("identity")


def place_shapes(draft: Draft) -> None:
    """``(16, 96, 96), pool`` on an arrow may say what is pooled: it does where the first one has the image's sides."""
    ways = [
        (edge, before[0])
        for edge in draft.edges
        if edge.shape and draft.nodes[edge.source].op.kind in DOWN and edge.label.strip().startswith(edge.shape)
        if len(before := draft.into(edge.source)) == 1 and not before[0].shape
    ]
    if not ways or not _starts(draft, *ways[0]):
        return
    for edge, pooled in ways:
        pooled.shape, edge.shape, edge.label = edge.shape, "", ""


def _starts(draft: Draft, edge: DraftEdge, before: DraftEdge) -> bool:
    """Whether a shape has the sides of the image, from which the first level makes it."""
    images = draft.into(before.source)
    if len(images) != 1 or draft.into(images[0].source):
        return False
    image, pooled = parse_shape(images[0].shape or draft.nodes[images[0].source].shape), parse_shape(edge.shape)
    return image is not None and pooled is not None and image.sizes[-2:] == pooled.sizes[-2:]


def _last(draft: Draft) -> list[DraftEdge]:
    """The edges from a level to what comes out."""
    return [
        edge
        for edge in draft.edges
        if draft.nodes[edge.source].op.kind in LEVELS
        and not draft.out_of(edge.target)
        and (
            draft.setting.category(draft.nodes[edge.target].op.kind) == "data"
            or draft.nodes[edge.target].op.kind == "unknown"
        )
    ]


def _down(draft: Draft) -> list[DraftEdge]:
    """The edges between levels of which one hands its value over to the way up."""
    return [
        edge
        for edge in draft.edges
        if edge.kind == "data"
        and draft.nodes[edge.source].op.kind in LEVELS
        and draft.nodes[edge.target].op.kind in LEVELS
        and len(draft.into(edge.target)) == 1
        and max(len(draft.out_of(edge.source)), len(draft.out_of(edge.target))) > 1
    ]


def _up(draft: Draft) -> list[DraftEdge]:
    """The edges from the bottom to where a skip is joined, and from there to each level above."""
    return [
        edge
        for edge in draft.edges
        if edge.kind == "data"
        and draft.nodes[edge.source].op.kind in LEVELS
        and draft.nodes[edge.target].op.kind in LEVELS | JOINS
        and len(draft.out_of(edge.source)) == 1
        and max(len(draft.into(edge.source)), len(draft.into(edge.target))) > 1
    ]


def _put(draft: Draft, edge: DraftEdge, op: Op, *, made: bool = False) -> None:
    """Put an operation onto an edge; a shape on it is what it makes, or else that of the level unless others differ."""
    source = draft.nodes[edge.source]
    others = {other.shape for other in draft.out_of(edge.source) if other is not edge and other.shape}
    shape = source.shape
    if edge.shape and not made and (not others or edge.shape in others):
        shape, edge.shape, edge.label = edge.shape, "", ""
    name = f"{edge.source}/{op.kind}/{edge.target}"
    elements = edge.elements or source.elements
    draft.nodes[name] = DraftNode(name, op, edge.label, (), elements, source.frame)
    draft.edges.append(DraftEdge(edge.source, name, shape=shape, elements=elements))
    edge.source = name

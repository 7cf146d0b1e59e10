"""Widths that cannot be: heads that do not make up the width they share, a bottleneck that is wider inside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from evalmode.board.shapes.axes import image_axes, keeps_channels_last
from evalmode.board.values import Finding
from evalmode.board.vocabulary.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evalmode.board.graph import Graph, Node
    from evalmode.board.shapes import ShapeReport
    from evalmode.board.shapes.values import Shape

__all__ = ["width_findings"]

_HEADS = re.compile(
    r"\b(?P<beside>\d+) ?-? ?(?:q(?:uery)? |attention |attn )?heads?\b"
    r"|\b(?:h|n_heads?|num_heads|heads|n_h|H) ?[=:] ?(?P<named>\d+)\b"
)
_HEAD_SIZE = re.compile(
    r"(?:\bd_?\{?(?:h|k|v|head|qk)\}?|\bhead[ _](?:dim|size|width)|\bdim_head|\bd/h)\s*[=:]\s*"
    r"(?:[^\n,;=]*=\s*)?(?P<named>\d+)\b(?!\s*/)"
    r"|\bheads?\b\s*(?:[×x·*@]|of (?:width |size |dim )?|each )\s*(?P<beside>\d+)\b"
)
_ATTENTIONS = frozenset({"mha", "attention"})
_CONVOLUTIONS = frozenset({"conv", "depthwise_conv"})


def width_findings(architecture: str, graph: Graph, report: ShapeReport) -> list[Finding]:
    """What is wrong with the widths of a drawing.

    Args:
        architecture: Whose drawing it is; only a residual bottleneck has to be narrow inside.
        graph: What was drawn.
        report: The shapes on its edges.
    """
    found = list(_shared(graph, report))
    if architecture == "resnet-bottleneck":
        found += _inverted(graph, report)
    return found


def _shared(graph: Graph, report: ShapeReport) -> Iterator[Finding]:
    """Attentions whose heads, as many and as wide as written, do not make up the width that they share."""
    for node in graph.nodes:
        words = plain(node.label)
        heads, size = _HEADS.search(words), _HEAD_SIZE.search(words)
        if node.op.kind not in _ATTENTIONS or heads is None or size is None:
            continue
        count, width = (int(match["beside"] or match["named"]) for match in (heads, size))
        around = [shape for shape in _around(node, graph, report) if shape.rank > 1]
        widths = {shape.sizes[-1].number for shape in around}
        if count > 1 and len(widths) == 1 and None not in widths and not widths & {count * width, width}:
            (whole,) = widths
            message = f"{count} heads of width {width} make up {count * width}, not {whole}."
            why = "The heads share the width between them."
            yield Finding("wrong-parameter", "mistake", message, why, node.elements)


def _around(node: Node, graph: Graph, report: ShapeReport) -> Iterator[Shape]:
    """The shapes on the edges at a node, as written where they are."""
    for one in report.edges:
        edge = graph.edges[one.edge]
        shape = one.written or one.inferred
        if node.id in {edge.source, edge.target} and shape is not None:
            yield shape


def _inverted(graph: Graph, report: ShapeReport) -> Iterator[Finding]:
    """Spatial convolutions on more channels than the sum has."""
    kinds = {node.id: node.op for node in graph.nodes}
    shapes = {one.edge: shape for one in report.edges if (shape := one.written or one.inferred) is not None}
    last = keeps_channels_last(shape.sizes for shape in shapes.values())
    channels = {place: width for place, shape in shapes.items() if (width := _channels(shape, channels_last=last))}
    summed = [width for place, width in channels.items() if kinds[graph.edges[place].target].kind == "add"]
    for place, width in channels.items():
        edge, op = graph.edges[place], kinds[graph.edges[place].target]
        if op.kind in _CONVOLUTIONS and op.get("kernel") == "3" and summed and width > max(summed):
            message = f"The 3×3 convolution has {width} channels; it should have fewer than the {max(summed)} outside."
            why = "The 1×1 convolutions are there to make the expensive 3×3 one work on fewer channels."
            yield Finding("wrong-shape", "mistake", message, why, edge.elements)


def _channels(shape: Shape, *, channels_last: bool | None) -> int | None:
    """How many channels an image has, where it is a number."""
    axes = image_axes(shape.sizes, channels_last=channels_last)
    number = shape.sizes[axes[0]].number if axes else None
    return int(number) if number is not None else None

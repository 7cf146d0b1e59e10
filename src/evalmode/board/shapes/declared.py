"""What boxes say in words about the values they take: ``Linear 512→2048``, ``RGB image``, ``21 classes``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from evalmode.board.shapes.axes import image_axes
from evalmode.board.shapes.parsing import parse_shape
from evalmode.board.shapes.sizes import parse_size
from evalmode.board.shapes.words import role_of

if TYPE_CHECKING:
    from evalmode.board.graph import Graph, Node
    from evalmode.board.shapes.algebra import Size
    from evalmode.board.shapes.values import Shape

__all__ = ["contradicted", "misfed"]

_TAKING = frozenset("conv conv_block conv_transpose depthwise_conv linear lm_head head projection_head".split())
_MAKING = frozenset("conv conv_block conv_transpose".split())
_KEEPING = frozenset(
    "batch_norm group_norm instance_norm layer_norm norm relu relu6 leaky_relu gelu silu hard_swish activation"
    " dropout max_pool".split()
)
"""Leave as many channels as they take."""
_FEWEST = 8
"""Fewer channels may be a factor, as in ``UpConv(2)``."""
_LINEAR = frozenset("linear lm_head head projection_head".split())
_RGB = re.compile(r"\brgb\b", re.IGNORECASE)
_GREY = re.compile(r"\bgr[ae]y[ -]?(?:scale)?\b", re.IGNORECASE)
_CLASSES = re.compile(r"\b(\d+)[ -](?:class(?:es)?|labels|categories|channels?)\b", re.IGNORECASE)


def contradicted(graph: Graph, place: int, written: Shape, *, channels_last: bool | None) -> str:
    """What is wrong about a label given the words in the boxes at both its ends, in one sentence; empty if nothing is.

    Only plain numbers are compared: what a name stands for is not known here.
    """
    nodes = {node.id: node for node in graph.nodes}
    edge = graph.edges[place]
    source, target = nodes.get(edge.source), nodes.get(edge.target)
    axes = image_axes(written.sizes, channels_last=channels_last)
    if _scores(source, target) and {role_of(size.symbol) for size in written.sizes[-2:]} == {"head"}:
        return f"The label says {written}, but scores have a row for each query and a column for each key."
    if source is not None and source.op.kind == "lora_down" and _widths(graph, source) & {written.sizes[-1:]}:
        return f"The label says {written}, as wide as before A; it is narrower, of rank r."
    if source is not None and _flattened(graph, source, written):
        words = " ".join(source.label.split())
        return f"The label says {written}, but “{words}” is a convolution, which keeps height and width."
    for node, number in ((source, _made(source) or _concatenated(graph, nodes, source)), (target, _taken(target))):
        if node is None or number is None or number.number is None:
            continue
        if axes is None and (node.op.kind not in _LINEAR and written.rank != 2):
            continue
        if axes is None and node.op.kind == "concat":
            continue  # two numbers may be the sides
        size = written.sizes[axes[0] if axes else -1]
        if size.number is not None and size != number:
            words = " ".join(node.label.split())
            if node.op.kind == "concat":
                return (
                    f"The label says {written}, but the values that are concatenated have {number} channels together."
                )
            return f"The label says {written}, but “{words}” speaks of {number} {'channels' if axes else 'features'}."
    return ""


def _flattened(graph: Graph, node: Node, written: Shape) -> bool:
    """Whether a label has no sides behind a convolution that is given an image with sides."""
    if node.op.kind not in _MAKING or written.rank != 2 or role_of(written.sizes[0].symbol) != "batch":
        return False
    given = [parse_shape(edge.shape) for edge in graph.edges if edge.kind == "data" and edge.target == node.id]
    return any(shape is not None and shape.rank == 4 for shape in given)


def misfed(graph: Graph) -> dict[int, str]:
    """Edges that bring a convolution another number of channels than it says it takes, each with what is wrong."""
    nodes = {node.id: node for node in graph.nodes}
    into: dict[str, list[int]] = {}
    for place, edge in enumerate(graph.edges):
        if edge.kind == "data":
            into.setdefault(edge.target, []).append(place)
    found = {}
    for name, places in into.items():
        taken = nodes[name].op.get("in") if name in nodes and nodes[name].op.kind in _MAKING else ""
        given = _given(graph, nodes, into, name) if taken.isdigit() else ""
        if given.isdigit() and given != taken and min(int(given), int(taken)) >= _FEWEST:
            words = " ".join(nodes[name].label.split())
            found[places[0]] = f"“{words}” takes {taken} channels, but the convolution before it gives {given}."
    return found


def _given(graph: Graph, nodes: dict[str, Node], into: dict[str, list[int]], name: str) -> str:
    """How many channels the convolution before an operation says it gives; empty where anything else lies between."""
    for _ in nodes:
        places = into.get(name, [])
        before = nodes.get(graph.edges[places[0]].source) if len(places) == 1 else None
        if before is None:
            return ""
        if before.op.kind in _MAKING:
            return before.op.get("out")
        if before.op.kind not in _KEEPING:
            return ""
        name = before.id
    return ""


def _widths(graph: Graph, node: Node) -> set[tuple[Size, ...]]:
    """The last sizes of the shapes that are written on the values which reach a node."""
    sources = {edge.source for edge in graph.edges if edge.target == node.id and edge.kind == "data"}
    said = [parse_shape(edge.shape) for edge in graph.edges if edge.source in sources and edge.kind == "data"]
    return {shape.sizes[-1:] for shape in said if shape is not None and shape.sizes}


def _scores(source: Node | None, target: Node | None) -> bool:
    """Whether what leads from one to the other are the scores of attention."""
    made = source is not None and source.op.kind in {"matmul", "scale", "mask"}
    return made and target is not None and target.op.kind == "softmax"


def _made(node: Node | None) -> Size | None:
    """How many channels an input has by its name."""
    if node is None or node.op.kind not in {"input", "image"}:
        return None
    found = 3 if _RGB.search(node.label) else 1 if _GREY.search(node.label) else None
    return parse_size(str(found)) if found else None


def _concatenated(graph: Graph, nodes: dict[str, Node], node: Node | None) -> Size | None:
    """How many channels a concatenation has where both of its values are made by layers that say their channels."""
    if node is None or node.op.kind != "concat":
        return None
    counts = [
        nodes[edge.source].op.get("out")
        for edge in graph.edges
        if edge.kind == "data" and edge.target == node.id and nodes[edge.source].op.kind in _MAKING
    ]
    joined = sum(edge.kind == "data" and edge.target == node.id for edge in graph.edges)
    if len(counts) < 2 or len(counts) != joined or not all(re.fullmatch(r"\d{1,4}", count) for count in counts):
        return None
    numbers = [int(count) for count in counts]
    return parse_size(str(sum(numbers))) if min(numbers) >= _FEWEST else None


def _taken(node: Node | None) -> Size | None:
    """How many channels an operation says it takes, or an output by its name has."""
    if node is None:
        return None
    if node.op.kind in _TAKING:
        return parse_size(node.op.get("in")) if node.op.get("in").isdigit() else None
    classes = _CLASSES.search(node.label) if node.op.kind == "output" else None
    return parse_size(classes.group(1)) if classes else None

"""The module of a reference as a drawing has it, so that the two can be given the same weights and inputs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from evalmode.board.modules.kinds.stacks import repeats
from evalmode.board.modules.sizes import read_size
from evalmode.board.modules.values import ModuleError
from evalmode.board.modules.writing import write_module

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from evalmode.board.graph import Graph, Node, Op
    from evalmode.board.modules.values import ModuleSource

__all__ = ["write_like"]

_STACKS = frozenset({"transformer_block", "encoder", "decoder"})
_WORDED = frozenset({"position_embedding"})
"""Kinds of which the words say how they are made, such as a fixed encoding of places."""

_ACTIVATIONS = ("gelu", "silu", "relu", "leaky_relu", "tanh")


def write_like(
    graph: Graph, drawn: Graph, other: ModuleSource, *, name: str = "Reference", title: str = ""
) -> ModuleSource:
    """A reference as a module that a right drawing's module can be compared with.

    Where the reference accepts one of several operations it has the one that is drawn. Its symbols get the numbers that
    make its values as large as the drawing's: ``d`` is 512 where the drawing says so, or calls it ``d_model``.

    Args:
        graph: What the reference means, with its alternatives.
        drawn: What the drawing means.
        other: The drawing's module.
        name: What the class is to be called.
        title: What stands in its docstring.

    Raises:
        ModuleError: It cannot be built, or not at these sizes.
    """
    graph = _chosen(graph, drawn)
    first = write_module(graph, name=name)
    sizes = dict(other.sizes)
    for shape, numbers in _together(first, other):
        if len(shape) == len(numbers):
            for written, number in zip(shape, numbers, strict=True):
                _learn(sizes, written, number)
    for written, said in _params(graph, drawn, first, other):
        size = read_size(said)
        if size is not None and size.number is not None:
            _learn(sizes, written, int(size.number))
    kinds = {node.op.kind for node in drawn.nodes}
    if (
        "mha" not in kinds
        and not kinds & {"split_heads", "attention", "transformer_block"}
        and "h" not in dict(other.sizes)
    ):
        sizes["h"] = 1
    made = write_module(graph, sizes, name=name, title=title)
    if made.tensors != other.tensors:
        raise ModuleError("The reference takes values of other sizes than the drawing.")
    return made


def _learn(sizes: dict[str, int], written: str, number: int) -> None:
    """What a symbol is where ``4C`` or ``d`` is so many."""
    size = read_size(written)
    if size is None or len(size.terms) != 1 or len(size.symbols) != 1:
        return
    ((monomial, factor),) = size.terms
    (symbol,) = size.symbols
    if monomial == ((symbol, 1),) and (number / factor).denominator == 1:
        sizes[symbol] = int(number / factor)


def _params(graph: Graph, drawn: Graph, ours: ModuleSource, theirs: ModuleSource) -> Iterator[tuple[str, str]]:
    """What the reference says of an operation and what the drawing says of the one of the same name."""
    ops = {node.id: node.op for node in graph.nodes}
    there = {node.id: node.op for node in drawn.nodes}
    named = {node.name: there[node.node] for node in theirs.nodes if node.node in there}
    for node in ours.nodes:
        if node.name in named and node.node in ops and named[node.name].kind == ops[node.node].kind:
            for param, written in ops[node.node].params:
                yield written, named[node.name].get(param)


def _together(ours: ModuleSource, theirs: ModuleSource) -> Iterator[tuple[tuple[str, ...], tuple[int, ...]]]:
    """Shapes of the reference and the numbers that the drawing has there: by name, inputs last, for they are sure."""
    named = {node.name: node.sizes for node in theirs.nodes}
    for node in reversed(ours.nodes):
        if node.name in named:
            yield node.shape, named[node.name]
    for one, two in zip(ours.inputs, theirs.inputs, strict=False):
        yield one.shape, two.sizes


def _chosen(graph: Graph, drawn: Graph) -> Graph:
    """The reference with the operations that are drawn, where it accepts several or leaves one open."""
    kinds = [node.op.kind for node in drawn.nodes]
    nodes = tuple(_choose(node, kinds, drawn) for node in graph.nodes)
    missing = {node.id for node in nodes if node.op.get("optional") and node.op.kind not in kinds}
    return _without(replace(graph, nodes=nodes), missing)


def _choose(node: Node, kinds: list[str], drawn: Graph) -> Node:
    op = node.op
    others = [one.split(";")[0] for one in op.get("alternatives").split("|") if one]
    if others and op.kind not in kinds:
        kind = next((other for other in others if other in kinds), op.kind)
        op = replace(op, kind=kind)
    further = {}
    if op.kind == "ffn" and not op.get("act"):
        further["act"] = next(
            (kind for kind in _ACTIVATIONS if kind in kinds or _says(drawn, "ffn", "act") == kind), ""
        )
    if op.kind == "mha":
        further |= {param: _says(drawn, "mha", param) for param in ("mask", "kv", "kv_heads") if not op.get(param)}
    stack = next((one for one in drawn.nodes if one.op.kind == op.kind in _STACKS), None)
    if stack is not None:
        further["repeat"] = repeats(stack)
    twin = next((one for one in drawn.nodes if one.op.kind == op.kind in _WORDED), None)
    return replace(node, op=_with(op, further), label=twin.label if twin is not None else node.label)


def _says(graph: Graph, kind: str, param: str) -> str:
    """What the operations of a kind say, where all of them say the same."""
    found = {node.op.get(param) for node in graph.nodes if node.op.kind == kind}
    return found.pop() if len(found) == 1 else ""


def _with(op: Op, params: dict[str, str]) -> Op:
    return replace(op, params=(*op.params, *((name, value) for name, value in params.items() if value)))


def _without(graph: Graph, missing: Iterable[str]) -> Graph:
    """The graph without optional steps; what led to one leads to where it led."""
    for gone in missing:
        source = next((edge for edge in graph.edges if edge.target == gone), None)
        if source is None:
            continue
        edges = tuple(
            replace(edge, source=source.source) if edge.source == gone else edge
            for edge in graph.edges
            if edge.target != gone
        )
        graph = replace(graph, nodes=tuple(node for node in graph.nodes if node.id != gone), edges=edges)
    return graph

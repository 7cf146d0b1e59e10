"""The passes from a drawing to a graph, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.board.graph import Edge, Graph, Node
from evalmode.board.interpreting.arrows import read_arrows
from evalmode.board.interpreting.attention import settle_attention
from evalmode.board.interpreting.boxes import read_boxes
from evalmode.board.interpreting.branches import merge_branches
from evalmode.board.interpreting.cells import settle_cells
from evalmode.board.interpreting.draft import Draft, Setting
from evalmode.board.interpreting.gradients import find_gradients
from evalmode.board.interpreting.joins import add_joins
from evalmode.board.interpreting.networks import settle_networks
from evalmode.board.interpreting.notes import read_notes
from evalmode.board.interpreting.order import in_order
from evalmode.board.interpreting.ports import name_ports
from evalmode.board.interpreting.spreading import spread_lists
from evalmode.board.interpreting.stages import settle_stages
from evalmode.board.interpreting.tensors import pass_values
from evalmode.board.interpreting.told import add_told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evalmode.board.drawing import Drawing
    from evalmode.board.vocabulary import Vocabulary

__all__ = ["interpret"]

_PASSES = (
    read_boxes,
    read_arrows,
    read_notes,
    settle_networks,
    find_gradients,
    settle_stages,
    settle_cells,
    pass_values,
    add_told,
    add_joins,
    merge_branches,
    name_ports,
    settle_attention,
)


def interpret(
    drawing: Drawing,
    vocabulary: Vocabulary,
    architecture: str = "",
    *,
    hints: Mapping[str, str] | None = None,
    patterns: bool = False,
) -> Graph:
    """What a drawing means.

    Args:
        drawing: What was read.
        vocabulary: What words mean.
        architecture: Whose context to read labels in, such as ``gan`` where ``G`` is a generator; empty for none.
        hints: Labels with the kind each has in this exercise; they go before the vocabulary.
        patterns: Whether the drawing is a reference whose labels may be patterns: of ``A | B`` the node is A with a
            parameter ``alternatives`` that lists the others' kinds, of ``A?`` it has the parameter ``optional``.

    Returns:
        The graph. Values that only pass through are elided, their names and shapes kept on the edges; operations on
        arrows are nodes; neutral operations are nodes too.
    """
    setting = Setting(vocabulary, architecture, hints or {}, patterns)
    draft = Draft(spread_lists(drawing, setting), setting)
    for step in _PASSES:
        step(draft)
    return _graph(draft)


def _graph(draft: Draft) -> Graph:
    order = in_order(draft)
    place = {node: index for index, node in enumerate(order)}
    nodes = tuple(
        Node(node.id, node.op, node.label, node.names, node.elements, node.frame)
        for node in (draft.nodes[key] for key in order)
    )
    edges = tuple(
        Edge(edge.source, edge.target, edge.kind, edge.port, edge.shape, edge.label, edge.elements)
        for edge in sorted(draft.edges, key=lambda edge: place[edge.source])
    )
    return Graph(nodes, edges, tuple(dict.fromkeys(word for word in draft.words if word.strip())))

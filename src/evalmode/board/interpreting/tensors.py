"""Values drawn as boxes: those in the middle go away, those at the ends become inputs and outputs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.board.graph import Op
from evalmode.board.shapes import parse_shape

if TYPE_CHECKING:
    from evalmode.board.interpreting.draft import Draft, DraftEdge, DraftNode

__all__ = ["pass_values"]

_ENDS = frozenset({"input", "output", "value"})
_TWO = 2
_PROJECTED = frozenset({"q", "k", "v"})
# Values that are roles of their own in these architectures; elsewhere they are inputs and outputs like any other.
_ROLES = {
    "gan": frozenset({"noise", "real_data", "fake", "score", "label"}),
    "vae": frozenset({"noise"}),
    "ddpm": frozenset({"noise", "real_data", "timestep", "noisy"}),
    "clip": frozenset({"image", "text", "label"}),
    "bert": frozenset({"label"}),
    "gpt": frozenset({"label"}),
}


def pass_values(draft: Draft) -> None:
    """Elide the values that only pass through, and name the ends."""
    roles = _ROLES.get(draft.setting.architecture, frozenset())
    for node in list(draft.nodes.values()):
        if node.op.kind == "unknown" and (not draft.into(node.id) or not draft.out_of(node.id)):
            node.op = Op("value")  # people call their inputs and outputs what they like
        if draft.setting.category(node.op.kind) == "data" and node.op.kind not in roles:
            _settle(draft, node)
    _hand_on_shapes(draft)


def _settle(draft: Draft, node: DraftNode) -> None:
    into, out = draft.into(node.id), draft.out_of(node.id)
    if not into and not out:
        others = [edge for edge in draft.edges if node.id in {edge.source, edge.target}]
        if not others:
            draft.words.append(node.label)
            del draft.nodes[node.id]
        return
    if not into:
        node.op = Op("input")
    elif not out:
        node.op = Op("output")
    elif len(into) == 2 and node.label.strip() in {"x", "X"}:
        node.op, node.names = Op("multiply"), ()  # two arrows meet in a cross
    elif (
        len(into) == 1
        and not _PROJECTED & set(node.names)
        and any(_contradict(into[0].shape, edge.shape or node.shape) for edge in out)
    ):
        node.op = Op("value")  # it stays, so that both shapes are looked at
    elif len(into) == 1:
        _elide(draft, node, into[0], out)
    else:
        node.op = Op("value")


def _contradict(before: str, after: str) -> bool:
    """Whether two shapes of one value have as many axes and other numbers."""
    shapes = [parse_shape(text) for text in (before, after) if text]
    if len(shapes) < _TWO or shapes[0] is None or shapes[1] is None or shapes[0].rank != shapes[1].rank:
        return False
    first, second = (sorted(str(size) for size in shape.sizes) for shape in shapes if shape is not None)
    return all(size.isdigit() for size in (*first, *second)) and first != second


def _elide(draft: Draft, node: DraftNode, into: DraftEdge, out: list[DraftEdge]) -> None:
    """Join the edge that enters with each that leaves."""
    source = draft.nodes[into.source]
    names = tuple(dict.fromkeys(into.names + node.names))
    if source.op.kind not in {"input", "split"}:
        source.call(names)
    for edge in out:
        edge.source = into.source
        edge.names = tuple(dict.fromkeys(edge.names or names))
        edge.shape = edge.shape or node.shape or into.shape
        edge.elements = (
            *into.elements,
            *(part for part in (*node.elements, *edge.elements) if part not in into.elements),
        )
        edge.label = "\n".join(part for part in (into.label, node.label, edge.label) if part)
        edge.join = edge.join or into.join
        edge.skip = edge.skip or into.skip
        edge.dashed = edge.dashed or into.dashed
    draft.edges.remove(into)
    for edge in list(draft.edges):
        if edge.source == node.id:
            edge.source = into.source
        elif edge.target == node.id:
            edge.target = into.source
    draft.edges = [edge for edge in draft.edges if edge.source != edge.target]
    del draft.nodes[node.id]


def _hand_on_shapes(draft: Draft) -> None:
    """A shape written in a box is the shape of what leaves it, or, in an output, of what reaches it."""
    for edge in draft.edges:
        if edge.kind != "data" or edge.shape:
            continue
        source, target = draft.nodes[edge.source], draft.nodes[edge.target]
        if len(edge.names) == 1 and edge.names[0] in _PROJECTED and edge.names[0] not in source.names:
            continue  # what is projected has another shape
        for node in (source, target):
            if node.shape and (node is source or node.op.kind == "output"):
                edge.shape = node.shape
                edge.elements = (*edge.elements, *(part for part in node.elements if part not in edge.elements))
                break

"""Two values that meet without a mark: an addition or concatenation that the drawing says in another way."""

from __future__ import annotations

from evalmode.board.graph import Op
from evalmode.board.interpreting.draft import Draft, DraftEdge, DraftNode

__all__ = ["add_joins"]

_SINGLE = frozenset({"norm", "activation", "linear", "convolution", "pooling", "ffn", "shape", "regularisation"})
_SINGLE_KINDS = frozenset(
    {"output", "value", "conv_block", "bottleneck", "head", "lm_head", "transformer_block", "decoder_stage"}
)
_CELLS = frozenset({"lstm-cell", "gru-cell"})
_CONCATENATING = frozenset({"unet"})


def add_joins(draft: Draft) -> None:
    """Put the join before each node that takes one value and gets several, where it can only mean that."""
    _drop_doubles(draft)
    into, _ = draft.neighbours()
    for node in list(draft.nodes.values()):
        arriving = [edge for edge in into[node.id] if edge.kind == "data"]
        if len(arriving) > 1 and _takes_one(draft, node):
            _join(draft, node, arriving)


def _drop_doubles(draft: Draft) -> None:
    """What a box such as ``+ positional encoding`` brings along is dropped where an arrow brings it."""
    for node in list(draft.nodes.values()):
        box = node.id.rsplit("/", 1)[0]
        if box == node.id or draft.setting.category(node.op.kind) != "embedding" or draft.into(node.id):
            continue
        out = draft.out_of(node.id)
        others = [edge for edge in draft.into(out[0].target) if edge.source.rsplit("/", 1)[0] != box] if out else []
        if len(out) == 1 and out[0].target.rsplit("/", 1)[0] == box and len(others) > 1:
            draft.edges.remove(out[0])
            del draft.nodes[node.id]


def _takes_one(draft: Draft, node: DraftNode) -> bool:
    return draft.setting.category(node.op.kind) in _SINGLE or node.op.kind in _SINGLE_KINDS


def _join(draft: Draft, node: DraftNode, arriving: list[DraftEdge]) -> None:
    kind = _kind(draft, node, arriving)
    if not kind:
        return
    if node.op.kind == "value":
        node.op = Op(kind)
        return
    join = f"{node.id}/join"
    elements = tuple(dict.fromkeys(part for edge in arriving for part in edge.elements)) + node.elements
    draft.nodes[join] = DraftNode(join, Op(kind), "", (), elements, node.frame)
    for edge in arriving:
        edge.target = join
    draft.edges.append(DraftEdge(join, node.id, elements=node.elements))


def _kind(draft: Draft, node: DraftNode, arriving: list[DraftEdge]) -> str:
    said = [edge.join for edge in arriving if edge.join]
    if said:
        return said[0]
    architecture = draft.setting.architecture
    if architecture in _CONCATENATING:
        return "concat"
    if node.op.kind in {"linear", "head", "lm_head"} and architecture in {"lstm-cell", "gru-cell", "gan", ""}:
        return ""
    if architecture in _CELLS:
        return ""  # a gate takes several values without an addition
    if any(edge.skip for edge in arriving) or _one_goes_around(draft, arriving):
        return "add"
    return ""


def _one_goes_around(draft: Draft, arriving: list[DraftEdge]) -> bool:
    """Whether one of two values is made from the other, so that the other goes around something."""
    if len(arriving) != 2:
        return False
    first, second = arriving[0].source, arriving[1].source
    return first != second and (draft.reaches(first, second) or draft.reaches(second, first))

"""Boxes become nodes: one for each operation that a box names."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from evalmode.board.graph import Op
from evalmode.board.interpreting.draft import Draft, DraftEdge, DraftNode, Setting
from evalmode.board.interpreting.notes import explained
from evalmode.board.vocabulary import Reading

if TYPE_CHECKING:
    from evalmode.board.drawing import Box

__all__ = ["read_boxes"]

_RESULT = re.compile(
    r"(?:^|\s)(?:outs?|outputs?|results?|heads|context|ctx|features?|activations?)\s*[:,=]?\s*[(\[]", re.IGNORECASE
)
"""Words for what comes out, right before its shape."""
_PROJECTED = frozenset({"q", "k", "v"})
_ALTERNATIVES = re.compile(r"\s+\|\s+")


def read_boxes(draft: Draft) -> None:
    """Make the nodes; a box that no arrow meets is only words."""
    met = {end for arrow in draft.drawing.arrows for end in (arrow.source, arrow.target)}
    alone = len(draft.drawing.boxes) == 1
    for box in draft.drawing.boxes:
        if box.id not in met and not alone:
            draft.words.append(box.label)
            continue
        reading = _read(box, draft.setting)
        if not reading.known:
            reading = explained(draft, box.label) or reading
        if _is_remark(draft, box, reading):
            draft.words.append(box.label)
            continue
        if reading.wires and len(reading.ops) > 1 and reading.names and _ends_there(draft, box):
            reading = Reading(names=reading.names, shape=reading.shape)  # an output with its equation
        if _made_on_arrow(draft, box, reading):
            reading = Reading(names=reading.names, shape=reading.shape)
        _place(draft, box, reading)


def _made_on_arrow(draft: Draft, box: Box, reading: Reading) -> bool:
    """Whether a box such as ``attn out (B, T, d)`` is the value that the operation on the arrow to it makes."""
    if not reading.ops or not reading.shape or not _RESULT.search(box.label):
        return False
    into = [draft.setting.read(arrow.label.strip()) for arrow in draft.drawing.arrows if arrow.target == box.id]
    return (
        len(into) == 1
        and not _PROJECTED & set(into[0].names)
        and any(draft.setting.category(op.kind) != "data" for op in into[0].ops)
    )


def _ends_there(draft: Draft, box: Box) -> bool:
    """Whether one arrow reaches a box and none leaves it."""
    arrows = draft.drawing.arrows
    return sum(arrow.target == box.id for arrow in arrows) == 1 and all(arrow.source != box.id for arrow in arrows)


def _is_remark(draft: Draft, box: Box, reading: Reading) -> bool:
    """Whether a box that nothing reaches only writes out another one: ``softmax(QKᵀ/√d_k)V``, led to ``MHA``."""
    arrows = draft.drawing.arrows
    about = {arrow.target for arrow in arrows if arrow.source == box.id}
    if (
        not reading.wires
        or reading.ops[-1].kind == "concat"
        or len(about) != 1
        or any(arrow.target == box.id for arrow in arrows)
    ):
        return False
    labels = {one.id: one.label for one in draft.drawing.boxes}
    whole = draft.setting.read(labels.get(about.pop(), "")).ops
    vocabulary = draft.setting.vocabulary
    covers = vocabulary.kinds[whole[0].kind].covers if len(whole) == 1 and whole[0].kind in vocabulary.kinds else ()
    return bool(covers) and all(op.kind in covers or op.kind == whole[0].kind for op in reading.ops)


def _read(box: Box, setting: Setting) -> Reading:
    if box.form == "joint" and not box.label.strip():
        return Reading()
    if not setting.patterns:
        return setting.read(box.label)
    label = box.label.strip()
    optional = label.endswith("?")
    parts = _ALTERNATIVES.split(label.removesuffix("?"))
    readings = [setting.read(part) for part in parts]
    first = readings[0]
    if not first.ops:
        return first
    params = dict(first.ops[0].params)
    if optional:
        params["optional"] = "yes"
    if len(readings) > 1:
        params["alternatives"] = "|".join(written(op) for reading in readings[1:] for op in reading.ops[:1])
    return replace(first, ops=(Op(first.ops[0].kind, tuple(sorted(params.items()))), *first.ops[1:]))


def written(op: Op) -> str:
    """An operation on one line: ``conv;kernel=3;stride=2``."""
    return ";".join([op.kind, *(f"{name}={value}" for name, value in op.params)])


def _place(draft: Draft, box: Box, reading: Reading) -> None:
    elements = box.elements or (box.id,)
    ops = reading.ops or (Op("value" if reading.known else "unknown"),)
    ids = [box.id] if len(ops) == 1 else [f"{box.id}/{place}" for place in range(1, len(ops) + 1)]
    for node, op in zip(ids, ops, strict=True):
        draft.nodes[node] = DraftNode(node, op, box.label, (), elements, box.frame, "", box.form, box.rect.height)
    last = draft.nodes[ids[-1]]
    last.names, last.shape = reading.names, reading.shape
    draft.exits[box.id] = ids[-1]
    draft.entries[box.id] = []
    wires = reading.wires or tuple((place - 1,) if place else () for place in range(len(ops)))
    for place, taken in enumerate(wires):
        for value in taken:
            if isinstance(value, int):
                draft.edges.append(DraftEdge(ids[value], ids[place], elements=elements))
            else:
                draft.entries[box.id].append((value, ids[place]))
    if not draft.entries[box.id]:
        draft.entries[box.id].append(("", ids[0]))
        # A join inside may take what arrives as a skip.
        joins = [node for node, op in zip(ids[1:], ops[1:], strict=True) if op.kind in {"add", "concat", "multiply"}]
        draft.entries[box.id] += [("+", node) for node in joins]

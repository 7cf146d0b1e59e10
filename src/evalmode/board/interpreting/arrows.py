"""Arrows become edges; what is written on them is a shape, a name, a port, a way of joining, or an operation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from evalmode.board.graph import Op
from evalmode.board.interpreting.draft import Draft, DraftEdge, DraftNode
from evalmode.board.shapes import parse_shape
from evalmode.board.vocabulary import Reading, strange_words
from evalmode.board.vocabulary.levels import plain_level

if TYPE_CHECKING:
    from evalmode.board.drawing import Arrow

__all__ = ["read_arrows"]

_GRADIENT = re.compile(
    r"∇|∂|\bgrad(?:ient)?s?\b|back[- ]?prop|backward|rückwärts|rétropropag"
    r"|\bupdates? (?:g|d|θ|the |weights|params|only)|\btrains? (?:g|d|only|the)\b",
    re.IGNORECASE,
)
_BLOCKED = re.compile(
    r"detach|stop[- ]?grad|no[- ]?grad|\bblock(?:ed|s)?\b|\bcut\b|\bsg\b|kein gradient|pas de gradient"
    r"|not? (?:gradient|backprop)",
    re.IGNORECASE,
)
_TIED = re.compile(
    r"\btied?\b|shared? weights|weight (?:sharing|tying)|same weights|tying|geteilt|share params|parameter sharing",
    re.IGNORECASE,
)
_SKIP = re.compile(
    r"skip|residual|identity|shortcut|short-cut|bypass|raccourci|\bres\b|highway|carry|abkürzung|identité|résidu|残差",
    re.IGNORECASE,
)
_JOINS = (
    ("concat", re.compile(r"concat|\bcat\b|copy|crop|verkett|konkat|concaten|拼接|‖|stack|append", re.IGNORECASE)),
    ("multiply", re.compile(r"^\s*[⊙⊗]\s*$|multiply|\bmul\b", re.IGNORECASE)),
    (
        "add",
        re.compile(
            r"^\s*\(?[+⊕]\)?|[+⊕]\s*$|\badd\b|\bsum\b|addition|addier|\bplus\b|\+\s*(?:skip|res|id)|(?:skip|residual|identity|shortcut)\s*\(?\+",
            re.IGNORECASE,
        ),
    ),
)
_MEETING = frozenset({"concat", "add"})
_RAISING = frozenset({"upsample", "conv_transpose", "pixel_shuffle"})
_FACTOR = re.compile(r"^\s*(up|down)2\b", re.IGNORECASE)
_LEVEL = re.compile(r"^\s*(?:up|down)[13456]\b", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:after|output|out|outputs|from|before|normed|normali[sz]ed|post|pre|input|result|activated|masked|scaled|pooled|nach|vor|après|avant|of|weights|raw|features?|scores?|logits|probs?|hidden|state|map)\b",
    re.IGNORECASE,
)
_POOLED = re.compile(r"^1 ?[×x] ?1 ?[,;@] ?[\w/]+$")
"""The sizes of a pooled map, which in a squeeze-and-excitation block is no 1×1 convolution: ``1×1, 256``."""
_ON_ARROWS = frozenset(
    {"activation", "norm", "convolution", "pooling", "linear", "shape", "regularisation", "embedding"}
)
_ON_ARROWS_TOO = frozenset(
    {"scale", "mask", "detach", "matmul", "reparameterise", "one_minus", "conv_block", "l2_norm", "top_k"}
)
_NOT_ON_ARROWS = frozenset(
    {
        "identity",
        "copy",
        "crop",
        "head",
        "lm_head",
        "cls_token",
        "position_embedding",
        "lora_down",
        "lora_up",
        "frozen_weight",
        "mu",
        "logvar",
        "shift",
        "transpose",
        "select_token",
        "embedding",
        "token_embedding",
        "projection_head",
        "norm",
        "activation",
        "downsample",
        "router",
    }
)


def read_arrows(draft: Draft) -> None:
    """Make the edges between the nodes of the boxes."""
    for arrow in draft.drawing.arrows:
        source = draft.exits.get(arrow.source) or _end(draft, arrow, "source")
        if source is None or (arrow.target not in draft.entries and _end(draft, arrow, "target") is None):
            continue
        edge = DraftEdge(
            source,
            "",
            label=arrow.label,
            elements=arrow.elements or (arrow.id,),
            skip=arrow.curved,
            dashed=arrow.dashed,
            colour=arrow.colour,
        )
        on_it = _read_words(draft, edge, arrow)
        _connect(draft, edge, arrow, on_it)
    _supply(draft)
    _enter(draft)


def _end(draft: Draft, arrow: Arrow, which: str) -> str | None:
    """An arrow from or to nowhere, with words on it, starts or ends at what the words name."""
    if (arrow.source if which == "source" else arrow.target) or not arrow.label.strip():
        return None
    end = f"{arrow.id}/{which}"
    reading = draft.setting.read(arrow.label)
    draft.nodes[end] = DraftNode(end, Op("value"), arrow.label, reading.names, arrow.elements or (arrow.id,))
    draft.exits[end] = end
    draft.entries["" if which == "target" else end] = [("", end)]
    return end


def _read_words(draft: Draft, edge: DraftEdge, arrow: Arrow) -> tuple[Op, ...]:
    """Fill in what the label says; gives the operations that are to stand on the edge."""
    label = arrow.label.strip()
    blocked = _BLOCKED.search(label) is not None
    if blocked and draft.setting.category(draft.nodes[edge.source].op.kind) != "loss":
        return (Op("detach"),)
    if blocked and not _trains_in_spite(draft, arrow):
        edge.kind = "other"  # the gradient that a loss does not send
    elif _GRADIENT.search(label):
        edge.kind = "gradient"
    elif _TIED.search(label):
        edge.kind = "other"
    if not label or edge.kind != "data":
        return ()
    reading = draft.setting.read(_doubled(draft, label))
    edge.shape, edge.names = reading.shape, reading.names
    if draft.setting.architecture == "se-block" and _POOLED.match(label):
        return ()
    if "∈" in label and parse_shape(label) is not None:  # what a value is called, and where it lies
        edge.shape = edge.shape or label
        return ()
    edge.skip = edge.skip or bool(_SKIP.search(label))
    return _operations(draft, edge, arrow, reading)


def _trains_in_spite(draft: Draft, arrow: Arrow) -> bool:
    """Whether a loss's gradient only says that it is cut elsewhere: ``update D, G frozen (detach)``."""
    told = _GRADIENT.search(_BLOCKED.sub("", arrow.label)) is not None
    return told and [draft.nodes[node].op.kind for _, node in draft.entries.get(arrow.target, ())] != ["generator"]


def _operations(draft: Draft, edge: DraftEdge, arrow: Arrow, reading: Reading) -> tuple[Op, ...]:
    """What is done on an arrow; words on how its value meets another are filled in."""
    label = arrow.label.strip()
    steps = _steps(draft, reading.ops)
    if steps:
        edge.join = steps[-1].kind if steps[-1].kind in _MEETING else ""
        return steps[:-1] if edge.join else steps
    for join, words in _JOINS:
        if words.search(label):
            edge.join, edge.skip = join, True
            _done_there(draft, arrow, reading.ops)
            return ()
    remark = not reading.known or strange_words(_plain(draft, label), draft.setting.vocabulary) > 1
    return () if remark else tuple(op for op in reading.ops if _stands_on_arrow(draft, op, label, arrow))


def _done_there(draft: Draft, arrow: Arrow, ops: tuple[Op, ...]) -> None:
    """In a U-Net, a skip called ``cat, conv ×2`` into a tensor says what makes that tensor."""
    target = draft.nodes.get(arrow.target)
    told = len(ops) > 1 and ops[0].kind in _MEETING and ops[-1].kind in {"conv", "conv_block"}
    if draft.setting.architecture == "unet" and told and target and target.op.kind in {"value", "unknown"}:
        target.op = Op("conv_block")


def _steps(draft: Draft, ops: tuple[Op, ...]) -> tuple[Op, ...]:
    """The steps of a U-Net's level that an arrow tells with a join among them: ``up, cat, 2×conv``."""
    kinds = {op.kind for op in ops}
    told = draft.setting.architecture == "unet" and kinds & _MEETING and kinds & _RAISING
    return ops if told else ()


def _plain(draft: Draft, label: str) -> str:
    return plain_level(label) if draft.setting.architecture == "unet" else label


def _doubled(draft: Draft, label: str) -> str:
    """The label, where ``up2`` is a factor of two unless other arrows have other numbers."""
    doubled = _FACTOR.match(label)
    if doubled is None or any(_LEVEL.match(arrow.label) for arrow in draft.drawing.arrows):
        return label
    return f"{doubled[1]} ×2{label[doubled.end() :]}"


def _stands_on_arrow(draft: Draft, op: Op, label: str, arrow: Arrow) -> bool:
    """Whether an operation named on an arrow happens there, and is not only mentioned."""
    category = draft.setting.category(op.kind)
    ends = [draft.exits.get(arrow.source, ""), *(node for _, node in draft.entries.get(arrow.target, ()))]
    kinds = [draft.nodes[node].op.kind for node in ends if node in draft.nodes]
    if _ABOUT.search(label) or op.kind in kinds:
        return False
    if op.kind == "detach" and any(draft.setting.category(kind) == "loss" for kind in kinds[:1]):
        return False  # a loss's gradient that passes something frozen
    if all(draft.setting.category(kind) == "data" for kind in kinds):  # between tensors, whatever is written happens
        return category not in {"data", "loss", "other", "optimisation"} and op.kind not in {"identity", "copy"}
    allowed = category in _ON_ARROWS or op.kind in _ON_ARROWS_TOO
    return allowed and op.kind not in _NOT_ON_ARROWS


def _connect(draft: Draft, edge: DraftEdge, arrow: Arrow, ops: tuple[Op, ...]) -> None:
    """Put the operations of the label onto the edge, and the rest of it into the target."""
    for place, op in enumerate(ops, start=1):
        node = f"{arrow.id}/{place}"
        draft.nodes[node] = DraftNode(node, op, arrow.label, (), edge.elements)
        draft.edges.append(DraftEdge(edge.source, node, elements=edge.elements, label=""))
        edge.source = node
    edge.target = f"→{arrow.target}"
    draft.edges.append(edge)


def _enter(draft: Draft) -> None:
    """Give each edge that reaches a box to the operation in it that takes it."""
    arriving: dict[str, list[DraftEdge]] = {}
    for edge in draft.edges:
        if edge.target.startswith("→"):
            arriving.setdefault(edge.target[1:], []).append(edge)
    for box, edges in arriving.items():
        entries = draft.entries[box]
        if all(name in {"", "+"} for name, _ in entries) and sum(name == "" for name, _ in entries) == 1:
            _enter_chain(edges, entries)
        else:
            _enter_formula(draft, edges, entries)


def _enter_chain(edges: list[DraftEdge], entries: list[tuple[str, str]]) -> None:
    """Values go to the first operation; skips to a join behind it."""
    joins = [node for name, node in entries if name == "+"]
    data = [edge for edge in edges if edge.kind == "data"]
    for edge in edges:
        edge.target = entries[0][1]
    if joins and len(data) > 1:
        skips = [edge for edge in data if edge.join or edge.skip]
        if not skips or len(skips) == len(data):
            skips = data[1:]
        for edge in skips:
            edge.target = joins[0]


def _enter_formula(draft: Draft, edges: list[DraftEdge], entries: list[tuple[str, str]]) -> None:
    """Values go where the formula has their name; the others, in order, where names are left."""
    free = dict.fromkeys(name for name, _ in entries)
    left = _apart(draft, edges, set(free))
    extra: list[DraftEdge] = []
    for name in list(free):
        for edge in left:
            called = edge.names or draft.nodes[edge.source].names
            if name and name in called:
                extra += _give(edge, [node for entry, node in entries if entry == name])
                left.remove(edge)
                free.pop(name)
                break
    if "" in free:  # what is not named goes to the unnamed input, all but one for each name that is left
        named = [name for name in free if name]
        left.sort(key=lambda edge: draft.nodes[edge.source].op.kind in {"add", "multiply"})
        for name in reversed(named[: max(0, len(left) - 1)]):
            extra += _give(left.pop(), [node for entry, node in entries if entry == name])
        free = {"": None}
    for edge in left:
        name = "" if "" in free else next(iter(free), "")
        if name:
            free.pop(name)
        extra += _give(edge, [node for entry, node in entries if entry == name] or [entries[0][1]])
    if "c" in free:
        extra += _looking_in(draft, entries, edges)
    draft.edges += extra


def _apart(draft: Draft, edges: list[DraftEdge], names: set[str]) -> list[DraftEdge]:
    """The edges, with one from two joined values as two where the formula has a name for each of these."""
    found: list[DraftEdge] = []
    for edge in edges:
        joined = draft.into(edge.source) if draft.nodes[edge.source].op.kind == "concat" else []
        called = [set(one.names or draft.nodes[one.source].names) & names - {""} for one in joined]
        if len(joined) < 2 or not all(called) or len(set.union(*called)) < len(joined):
            found.append(edge)
            continue
        draft.edges.remove(edge)
        parts = [DraftEdge(one.source, edge.target, elements=edge.elements, names=one.names) for one in joined]
        draft.edges += parts
        found += parts
    return found


def _looking_in(draft: Draft, entries: list[tuple[str, str]], edges: list[DraftEdge]) -> list[DraftEdge]:
    """A peephole that a gate's formula tells, as by ``p_i · c_{t-1}``, needs no arrow of its own."""
    takers = [node for name, node in entries if name == "c" and draft.nodes[node].op.kind == "gate"]
    states = [node for node in draft.nodes.values() if node.op.kind in {"value", "input"} and node.names == ("c",)]
    starts = [node.id for node in states if all(edge.target not in (node.id, f"→{node.id}") for edge in draft.edges)]
    makers = [draft.nodes[edge.source] for edge in edges]
    if len(starts) != 1 or any("c" in one.names or one.op.kind == "add" for one in makers):
        return []
    return [DraftEdge(starts[0], node, elements=draft.nodes[node].elements) for node in takers]


def _supply(draft: Draft) -> None:
    """A box such as ``[h, x]`` that no arrow reaches has its values from outside."""
    reached = {edge.target for edge in draft.edges}
    for box, entries in list(draft.entries.items()):
        names = dict.fromkeys(name for name, _ in entries if name not in {"", "+"})
        if not names or f"→{box}" in reached or any(draft.into(node) for _, node in entries):
            continue
        for name in names:
            source = f"{box}/{name}"
            node = draft.nodes[entries[0][1]]
            draft.nodes[source] = DraftNode(source, Op("input"), node.label, (name,), node.elements)
            draft.edges += [
                DraftEdge(source, taker, elements=node.elements) for entry, taker in entries if entry == name
            ]


def _give(edge: DraftEdge, nodes: list[str]) -> list[DraftEdge]:
    """Lead an edge to the first node, and copies of it to the others."""
    targets = list(dict.fromkeys(nodes))
    edge.target = targets[0]
    return [
        DraftEdge(edge.source, node, edge.kind, edge.port, edge.shape, edge.label, edge.elements, edge.names)
        for node in targets[1:]
    ]

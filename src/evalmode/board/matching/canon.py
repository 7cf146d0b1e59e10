"""Graph to plan: what may be drawn in different ways is brought to one form."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx

from evalmode.board.matching.plan import OR, Link, Part, Plan

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from evalmode.board.graph import Graph, Node

__all__ = ["JOINS", "Manner", "to_plan"]

JOINS = frozenset({"add", "multiply", "concat", "matmul", "subtract", "join", "interpolate_state", "combine", "mean"})
"""Operations on several values."""
_FLAT = ("add", "concat", "multiply")
_SIDE = re.compile(r"(padding |causal |attention )?mask|bias(es)?|b(_\w+)?|eps|seed|weights?|params?|θ")
"""Inputs that say how an operation is set rather than what it works on."""
_POSTAMBLE = {"softmax", "lm_head", "head", "argmax"}
_PREAMBLE = {
    "embedding", "token_embedding", "position_embedding", "segment_embedding", "tokens", "text", "image", "tokenise",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Manner:
    """What an architecture says about how it may be drawn.

    Args:
        neutral: Kinds that may be drawn or left out.
        implicit_join: What two values that meet at an operation on one value are: ``add``, ``concat`` or nothing.
        takes_several: Kinds that do take several values, beyond the joins.
        wanted: Kinds that the references have; what only leads up to their inputs counts as input.
        explicit: Whether every sum and concatenation is drawn, as in references, so that none needs to be guessed.
    """

    neutral: Callable[[str], bool]
    implicit_join: str = ""
    takes_several: Collection[str] = ()
    wanted: Collection[str] = ()
    explicit: bool = False


def to_plan(graph: Graph, manner: Manner) -> Plan:
    """What a graph says, without the ways of saying it."""
    plan = _plain(graph)
    _merge_inputs(plan)
    _take_ends(plan)
    _take_affine(plan, manner)
    for part in plan.parts():
        if manner.neutral(part.kind):
            _elide(plan, part)
    _take_attention(plan, manner)
    _take_preamble(plan, manner)
    _take_postamble(plan, manner)
    _flatten(plan)
    _move_late_joins(plan, manner)
    if manner.implicit_join and not manner.explicit:
        _make_joins(plan, manner)
        _flatten(plan)
    _give_input(plan)
    return plan


def _plain(graph: Graph) -> Plan:
    plan = Plan()
    linked = {end for edge in graph.edges if edge.kind == "data" for end in (edge.source, edge.target)}
    for node in graph.nodes:
        if node.id in linked or (len(graph.nodes) == 1):
            plan.add(_part(node))
    plan.loose = tuple(_part(node) for node in graph.nodes if node.id not in plan)
    for edge in graph.edges:
        if edge.kind != "data" or edge.source not in plan or edge.target not in plan:
            continue
        link = Link(
            frozenset(edge.port.split(",") if edge.port else ()),
            edge.shape,
            edge.elements,
            edge.elements if edge.shape else (),
            tuple((OR, text.strip(), ()) for text in edge.label.split(" | ") if " | " in edge.label),
        )
        plan.connect(edge.source, edge.target, link)
    return plan


def _part(node: Node) -> Part:
    kind = "depthwise_conv" if node.op.kind == "conv" and _each_alone(dict(node.op.params)) else node.op.kind
    return Part(node.id, (kind,), node.op.params, node.names, node.label, node.elements, covers=(node.id,))


def _each_alone(params: dict[str, str]) -> bool:
    """Whether a convolution has a group for each of its channels."""
    groups, *sizes = (re.sub(r"[\s·*]", "", params.get(name, "")) for name in ("groups", "in", "out"))
    return groups not in {"", "1"} and groups in sizes


def _take_attention(plan: Plan, manner: Manner) -> None:
    """A lone box “scaled dot-product attention” is the whole of it, where its projections are not drawn."""
    if "attention" in manner.wanted or "mha" not in manner.wanted:
        return
    for part in plan.parts():
        near = [plan.part(one).kind for one in (*plan.before(part.id), *plan.after(part.id))]
        if part.kind == "attention" and "linear" not in near:
            plan.change(part.id, kinds=("mha",))


def _take_affine(plan: Plan, manner: Manner) -> None:
    """W x + U h + b is one linear map of x and h, and so is an implied sum before what takes several values."""
    for part in plan.parts():
        before, after = plan.before(part.id), plan.after(part.id)
        kinds = {plan.part(source).kind for source in before}
        several = manner.explicit or all(plan.part(one).kind in manner.takes_several for one in after)
        implied = part.id.endswith("/join") and several
        plain = all(kind in {"input", "concat", "matmul", "unknown"} or manner.neutral(kind) for kind in kinds)
        affine = manner.neutral("linear") and part.kind == "add" and plain
        if before and after and (implied or affine):
            plan.elide(part.id)


def _merge_inputs(plan: Plan) -> None:
    """A value that is drawn at two places, such as the last hidden state, is one value."""
    same: dict[tuple[str, ...], str] = {}
    for part in plan.parts():
        if plan.before(part.id) or part.kind not in ("input", "value", "mask"):
            continue
        if part.kind == "mask" or (part.names and all(_SIDE.fullmatch(name.casefold()) for name in part.names)):
            plan.remove([part.id])
            continue
        if not part.names:
            continue
        first = same.setdefault(part.names, part.id)
        if first != part.id:
            for target in plan.after(part.id):
                plan.connect(first, target, plan.link(part.id, target))
            plan.change(first, elements=plan.part(first).elements + part.elements)
            plan.remove([part.id])


def _take_ends(plan: Plan) -> None:
    """Values that come from nowhere are inputs; those that lead nowhere mark where they come from as an output."""
    for part in plan.parts():
        if part.kind not in ("input", "output", "value"):
            continue
        before, after = plan.before(part.id), plan.after(part.id)
        if not before and after:
            plan.change(part.id, kinds=("input",))
        elif before and not after:
            for source in before:
                maker = plan.part(source)
                link = plan.link(source, part.id)
                plan.change(
                    source,
                    out=(*maker.out, *(part.names or ("",))),
                    exits=(*maker.exits, *part.elements, *link.elements),
                    said=(*maker.said, *([(link.shape, link.mark)] if link.shape else [])),
                )
                if maker.kind in ("input", "value"):
                    continue
            plan.remove([part.id])
        elif before and after:
            _elide(plan, part)


def _elide(plan: Plan, part: Part) -> None:
    """Passes over a part; what its value was called and where it left go to what made it."""
    before = plan.before(part.id)
    if part.id not in plan:
        return
    if not before and plan.after(part.id):
        plan.change(part.id, kinds=("input",))
        return
    for source in before:
        maker = plan.part(source)
        names = maker.names if len(before) > 1 or maker.names else part.names
        plan.change(
            source,
            names=names,
            out=(*maker.out, *part.out),
            exits=(*maker.exits, *part.exits),
            said=(*maker.said, *part.said),
        )
    plan.elide(part.id)


def _take_preamble(plan: Plan, manner: Manner) -> None:
    """Embeddings before a block are its input, where no reference has them."""
    early = _PREAMBLE - set(manner.wanted)
    for identifier in list(nx.lexicographical_topological_sort(plan.graph)) if _acyclic(plan) else []:
        part, before = plan.part(identifier), plan.before(identifier)
        sources = [plan.part(source) for source in before]
        sums = part.kind == "add" and bool(before) and all(_is_early(one) for one in sources)
        if (part.kind in early or sums) and all(one.kind == "input" for one in sources):
            _become_input(plan, part, before)


def _take_postamble(plan: Plan, manner: Manner) -> None:
    """What turns the last value into a prediction is left out, where no reference has it."""
    late = _POSTAMBLE - set(manner.wanted)
    seen = False
    while ends := [part for part in plan.parts() if not plan.after(part.id) and len(plan.before(part.id)) == 1]:
        found = [one for one in ends if one.kind in late or (seen and one.kind == "linear")]
        if not found:
            return
        for part in found:
            seen = True
            source = plan.part(plan.before(part.id)[0])
            plan.change(source.id, out=(*source.out, *(part.out or ("",))), exits=(*source.exits, *part.elements))
            plan.remove([part.id])


def _is_early(part: Part) -> bool:
    return part.kind == "input" and "preamble" in dict(part.params)


def _become_input(plan: Plan, part: Part, before: list[str]) -> None:
    plan.change(part.id, kinds=("input",), params=(("preamble", "yes"),))
    for source in before:
        plan.disconnect(source, part.id)
        if not plan.after(source):
            plan.remove([source])


def _acyclic(plan: Plan) -> bool:
    return bool(nx.is_directed_acyclic_graph(plan.graph))


def _flatten(plan: Plan) -> None:
    """A + (b + c) is a + b + c."""
    for kind in _FLAT:
        for part in plan.parts():
            after = plan.after(part.id) if part.id in plan and part.kind == kind and not part.out else []
            if len(after) == 1 and plan.part(after[0]).kind == kind:
                outer = plan.part(after[0])
                plan.change(outer.id, elements=outer.elements + part.elements, covers=outer.covers + part.covers)
                plan.elide(part.id)


def _move_late_joins(plan: Plan, manner: Manner) -> None:
    """“Up, concat” in one box: the arrows meet at its first operation, and the second one means the later."""
    for part in plan.parts():
        if part.kind not in ("add", "concat") or len(plan.before(part.id)) != 1:
            continue
        if part.kind == "concat" and "concat" not in manner.wanted and not manner.explicit:
            _elide(plan, part)  # the heads of an attention, drawn as one
            continue
        box = part.id.split("/")[0]
        head = plan.before(part.id)[0]
        while head.split("/")[0] == box and len(plan.before(head)) == 1:
            head = plan.before(head)[0]
        sources = plan.before(head)
        if head.split("/")[0] == box and plan.part(head).kind == part.kind:
            plan.elide(part.id)  # “(concat, conv) × 2” joins once
            continue
        if head.split("/")[0] != box or len(sources) < 2 or plan.part(head).kind in JOINS:
            continue
        for early in sources:
            if any(early != late and nx.has_path(plan.graph, early, late) for late in sources):
                plan.connect(early, part.id, plan.link(early, head))
                plan.disconnect(early, head)
                break


def _make_joins(plan: Plan, manner: Manner) -> None:
    for part in plan.parts():
        before = plan.before(part.id)
        if len(before) < 2 or part.kind in JOINS or part.kind in manner.takes_several:
            continue
        join = Part(f"{part.id}/join", (manner.implicit_join,), label="", elements=part.elements)
        plan.add(join)
        for source in before:
            plan.connect(source, join.id, plan.link(source, part.id))
            plan.disconnect(source, part.id)
        plan.connect(join.id, part.id, Link(elements=part.elements))


def _give_input(plan: Plan) -> None:
    """What nothing feeds takes the input of a drawing that shows none."""
    if any(part.kind == "input" for part in plan.parts()) or not len(plan):
        return
    heads: dict[bool, list[str]] = defaultdict(list)
    for part in plan.parts():
        heads[not plan.before(part.id)].append(part.id)
    if len(heads[True]) != 1 or len(plan) == 1:
        return
    first = plan.part(heads[True][0])
    plan.add(Part("input/implied", ("input",), elements=first.elements))
    plan.connect("input/implied", first.id, Link(elements=first.elements))

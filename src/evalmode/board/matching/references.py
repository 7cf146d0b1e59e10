"""References: accepted drawings, with their optional steps taken or left out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from evalmode.board.matching.canon import JOINS, Manner, to_plan
from evalmode.board.matching.composites import Body, Composite, needed

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from evalmode.board.drawing import Drawing
    from evalmode.board.graph import Graph
    from evalmode.board.matching.plan import Part, Plan

__all__ = ["Reference", "Rules", "Variant", "make_body", "make_reference", "patterned"]

_MOST_OPTIONAL = 6
"""More optional steps in one reference would make too many variants; the further ones are taken as drawn."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A reference with its optional steps decided."""

    plan: Plan


@dataclass(frozen=True, slots=True)
class Reference:
    """One accepted drawing.

    Args:
        name: Its file's name without the ending.
        title: What it is called.
        drawing: As it is written.
        graph: What that means.
        manner: How a candidate is brought to its form.
        composites: What may be drawn in full instead of as one of its parts.
        variants: It with optional steps and without.
        sizes: Sizes its module is made with.
        module: Name of the independent module that it is compared with; empty if there is none.
    """

    name: str
    title: str
    drawing: Drawing
    graph: Graph
    manner: Manner
    composites: tuple[Composite, ...]
    variants: tuple[Variant, ...]
    sizes: tuple[tuple[str, int], ...] = ()
    module: str = ""

    @property
    def plan(self) -> Plan:
        """It with every optional step."""
        return self.variants[0].plan


@dataclass(frozen=True, slots=True)
class Rules:
    """What holds for all references of an architecture.

    Args:
        same: Kind → the kind that it counts as.
        neutral: Whether a kind may be drawn or left out.
        implicit_join: What two values that meet at an operation on one value are.
        composites: What may be drawn in full.
        says_so: Whether a label that was not understood hints at one of these kinds.
    """

    same: dict[str, str]
    neutral: Callable[[str], bool]
    implicit_join: str = ""
    composites: tuple[Composite, ...] = ()
    says_so: Callable[[str, Collection[str], bool], bool] = lambda _label, _kinds, _known: False

    def renamed(self, graph: Graph) -> Graph:
        """The graph with every kind as the one it counts as."""
        nodes = tuple(
            replace(node, op=replace(node.op, kind=self.same[node.op.kind])) if node.op.kind in self.same else node
            for node in graph.nodes
        )
        return replace(graph, nodes=nodes)


def make_reference(name: str, title: str, drawing: Drawing, graph: Graph, rules: Rules, **further: object) -> Reference:
    """A reference from its graph; ``graph`` is read with patterns."""
    graph = rules.renamed(graph)
    kinds = _kinds(graph, rules.same)
    rough = patterned(to_plan(graph, Manner(rules.neutral, wanted=kinds, explicit=True)), rules.same)
    several = {kind for part in rough.parts() if len(rough.before(part.id)) > 1 for kind in part.kinds} - JOINS
    manner = Manner(
        rules.neutral,
        rules.implicit_join,
        frozenset(several),
        frozenset(kinds),
    )
    plan = patterned(to_plan(graph, replace(manner, explicit=True)), rules.same)
    composites = tuple(needed(rules.composites, kinds))
    variants = tuple(Variant(one) for one in _decided(plan))
    return Reference(name, title, drawing, graph, manner, composites, variants, **further)  # type: ignore[arg-type]


def make_body(
    graph: Graph,
    rules: Rules,
    *,
    taps: Iterable[str] = (),
    tapped: Iterable[str] = (),
    boxed: Iterable[str] = (),
    single: bool = False,
) -> list[Body]:
    """The ways to draw a composite that one text describes."""
    manner = Manner(rules.neutral, wanted=_kinds(graph, rules.same), explicit=True)
    plan = patterned(to_plan(rules.renamed(graph), manner), rules.same)
    taps, tapped = frozenset(taps), frozenset(tapped)
    bodies = []
    for one in _decided(plan):
        last = [part.id for part in one.parts() if not set(one.after(part.id)) - tapped and part.kind != "input"]
        last = [part for part in last if part not in tapped] or last
        bodies.append(Body(one, last[-1], taps | tapped, tapped, single, frozenset(boxed)))
    return bodies


def patterned(plan: Plan, same: dict[str, str]) -> Plan:
    """The plan with alternatives and optional steps as such, and with the names that its author gave."""
    for part in plan.parts():
        params = dict(part.params)
        further = [one.split(";")[0] for one in params.pop("alternatives", "").split("|") if one]
        optional = bool(params.pop("optional", ""))
        kinds = tuple(dict.fromkeys(same.get(kind, kind) for kind in (part.kind, *further)))
        plan.change(part.id, kinds=kinds, params=tuple(params.items()), optional=optional)
    return plan


def _kinds(graph: Graph, same: dict[str, str]) -> frozenset[str]:
    """Every kind that a graph with patterns may have."""
    named = [node.op.kind for node in graph.nodes]
    named += [one.split(";")[0] for node in graph.nodes for one in node.op.get("alternatives").split("|")]
    return frozenset(same.get(kind, kind) for kind in named if kind)


def _decided(plan: Plan) -> list[Plan]:
    """The plan with each of its optional parts and without; the whole one first."""
    optional = [part for part in plan.parts() if part.optional][:_MOST_OPTIONAL]
    found = []
    for taken in product((True, False), repeat=len(optional)):
        one = plan.copy()
        for part, kept in zip(optional, taken, strict=True):
            if not kept:
                _leave_out(one, part)
        found.append(one)
    return found


def _leave_out(plan: Plan, part: Part) -> None:
    for source in plan.before(part.id):
        maker, link = plan.part(source), plan.link(source, part.id)
        said = ((link.shape, link.mark),) if part.out and link.shape else ()
        plan.change(source, out=(*maker.out, *part.out), said=(*maker.said, *said))
    plan.elide(part.id)


def kinds_of(variants: Collection[Variant]) -> frozenset[str]:
    """Every kind that occurs in them."""
    return frozenset(kind for one in variants for part in one.plan.parts() for kind in part.kinds)

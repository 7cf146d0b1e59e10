"""The reference that a drawing is, or is nearest to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from evalmode.board.graph import Op
from evalmode.board.matching.agreement import Disagreement, disagreements, plain_disagreements
from evalmode.board.matching.assignment import Assignment, assign
from evalmode.board.matching.canon import Manner, to_plan
from evalmode.board.matching.composites import Body, Composite, expand
from evalmode.board.matching.contraction import contract
from evalmode.board.matching.evidence import says_twice
from evalmode.board.matching.exact import isomorphisms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evalmode.board.graph import Graph
    from evalmode.board.matching.plan import Plan
    from evalmode.board.matching.references import Reference, Rules

__all__ = ["Match", "best_match"]

_NEAREST = 12
_FARTHEST = 8
"""So many references are compared in detail where none is drawn exactly."""
_WRITTEN_COST = {"parameter": 0.9, "name": 1.2, "output": 1.0, "shape": 0.7}
_WAYS = 3
_WRITTEN = 8
_EXPANDED = 3
_MOST_EXPANDED = 3
_BODIES = 2
_HOPELESS = 14
_LARGE = 150
"""Above so many parts, nothing is compared piece by piece: no reference is nearly as large."""


@dataclass(frozen=True, slots=True)
class Match:
    """A drawing laid on a reference.

    Args:
        reference: Which.
        wanted: The reference's plan, as it was compared.
        given: The candidate's plan, as it was compared.
        assignment: Which part is which, and what differs.
        disagreements: What is written otherwise.
        passed: Parts nobody understood that were passed over.
    """

    reference: Reference
    wanted: Plan
    given: Plan
    assignment: Assignment
    disagreements: tuple[Disagreement, ...] = ()
    passed: tuple[str, ...] = ()

    @property
    def exact(self) -> bool:
        """Whether every part and link is there, and no other."""
        return self.assignment.cost < 0.3

    @property
    def cost(self) -> float:
        """How far apart they are."""
        return self.assignment.cost + sum(_WRITTEN_COST[one.about] for one in self.disagreements)


def best_match(graph: Graph, references: Sequence[Reference], rules: Rules) -> Match | None:
    """The match that leaves least to say; None if there are no references."""
    graph = rules.renamed(graph)
    match = _best(graph, references)
    meant = _meant(match, rules) if match and match.cost else {}
    if not meant:
        return match
    nodes = tuple(replace(node, op=Op(meant.get(node.id, node.op.kind), node.op.params)) for node in graph.nodes)
    better = _best(replace(graph, nodes=nodes), references)
    return better if better and match and better.cost < match.cost else match


def _meant(match: Match, rules: Rules) -> dict[str, str]:
    """Node → what it must have been meant for, where its words hint at it, or say an operation twice."""
    found, assignment = {}, match.assignment
    for here in assignment.wrong:
        part, wanted = match.given.part(assignment.mapping[here]), match.wanted.part(here)
        if rules.says_so(part.label, wanted.kinds, part.kind != "unknown"):
            found[part.id] = wanted.kind
    boxes = {_box(node): part for part in map(match.given.part, assignment.mapping.values()) for node in part.covers}
    for part in map(match.given.part, assignment.extra):
        beside = boxes.get(_box(part.covers[0])) if len(part.covers) == 1 else None
        if beside is not None and says_twice(part, beside):
            found[part.covers[0]] = "identity"
    return found


def _box(node: str) -> str:
    """The box that a node was read from."""
    return node.partition("/")[0]


def _best(graph: Graph, references: Sequence[Reference]) -> Match | None:
    plans = _Plans(graph)
    exact = [match for reference in references if (match := _exact(plans.of(reference), reference))]
    if any(not match.disagreements for match in exact):
        return min(exact, key=lambda match: match.cost)
    near = [_near(plans, reference, plan) for reference, plan in _nearest(plans, references)]
    near.sort(key=lambda match: match.assignment.cost)
    near = [_in_full(match) for match in near[:_EXPANDED]] + near[_EXPANDED:]
    near.sort(key=lambda match: match.assignment.cost)
    near = [_written(match) for match in near[:_WRITTEN] if match.assignment.cost <= near[0].assignment.cost + 1]
    return min([*exact, *near], key=lambda match: match.cost, default=None)


class _Plans:
    """The candidate's plan in the manner of each reference; most references share theirs."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.made: dict[object, Plan] = {}

    def plain(self, manner: Manner) -> Plan:
        """Not contracted."""
        key = (manner.implicit_join, frozenset(manner.takes_several), frozenset(manner.wanted))
        if key not in self.made:
            self.made[key] = to_plan(self.graph, manner)
        return self.made[key]

    def of(self, reference: Reference) -> Plan:
        """Contracted as far as the reference goes."""
        manner = reference.manner
        key = (
            manner.implicit_join,
            frozenset(manner.takes_several),
            frozenset(manner.wanted),
            tuple(map(id, reference.composites)),
        )
        if key not in self.made:
            self.made[key] = contract(self.plain(manner), reference.composites)
        return self.made[key]


def _exact(plan: Plan, reference: Reference) -> Match | None:
    """The match with a reference that is drawn exactly, in the variant that contradicts it least."""
    passed: tuple[str, ...] = ()
    plans = [(plan, passed)]
    if without := _without_unknown(plan):
        plans.append(without)
    ways: list[tuple[int, int, Plan, tuple[str, ...], Plan, dict[str, str]]] = []
    for one, over in plans:
        for variant in reference.variants:
            for mapping in isomorphisms(one, variant.plan):
                plain = plain_disagreements(one, variant.plan, mapping)
                ways.append((len(plain), len(ways), one, over, variant.plan, mapping))
    best: Match | None = None
    for _, _, one, over, wanted, mapping in sorted(ways, key=lambda way: way[:2])[:_WAYS]:
        wrong = disagreements(one, wanted, mapping)
        match = Match(reference, wanted, one, Assignment(mapping), tuple(wrong), over)
        if not wrong:
            return match
        if best is None or match.cost < best.cost:
            best = match
    return best


def _without_unknown(plan: Plan) -> tuple[Plan, tuple[str, ...]] | None:
    """The plan without what nobody understood and a single value passes through."""
    strange = [
        part.id
        for part in plan.parts()
        if part.kind == "unknown" and len(plan.before(part.id)) == 1 and len(plan.after(part.id)) <= 1
    ]
    if not strange:
        return None
    plan = plan.copy()
    elements = tuple(element for one in strange for element in plan.part(one).elements[:1])
    for one in strange:
        plan.elide(one)
    return plan, elements


def _nearest(plans: _Plans, references: Sequence[Reference]) -> list[tuple[Reference, Plan]]:
    """The variants whose parts and pairs of neighbours are most like the candidate's."""
    rated: list[tuple[int, int, Reference, Plan]] = []
    for reference in references:
        plan = plans.of(reference)
        if len(plan) > _LARGE:
            continue
        have = _features(plan)
        ways: list[tuple[int, int, Reference, Plan]] = []
        for variant in reference.variants:
            want = _features(variant.plan)
            ways.append(
                (sum(((have - want) + (want - have)).values()), len(rated) + len(ways), reference, variant.plan)
            )
        rated.append(min(ways, key=lambda one: one[:2]))
    rated = sorted(rated, key=lambda one: one[:2])[:_NEAREST]
    return [(reference, plan) for differ, _, reference, plan in rated if differ <= rated[0][0] + _FARTHEST]


def _features(plan: Plan) -> Counter[tuple[str, ...]]:
    kinds = {part.id: part.kind for part in plan.parts()}
    features: Counter[tuple[str, ...]] = Counter((kind,) for kind in kinds.values())
    features.update((kinds[a], kinds[b]) for a, b, _ in plan.links())
    return features


def _near(plans: _Plans, reference: Reference, wanted: Plan) -> Match:
    """The assignment to a reference."""
    given = plans.of(reference)
    return Match(reference, wanted, given, assign(given, wanted))


def _in_full(match: Match) -> Match:
    """The match with what the candidate drew in full, and not rightly, compared in full."""
    if match.assignment.cost > _HOPELESS:
        return match
    for composite in reversed(match.reference.composites):
        found = match.assignment
        wholes = [part.id for part in match.wanted.parts() if part.kinds[0] == composite.kind]
        absent = [one for one in wholes if one in found.missing or one in found.wrong]
        strange = [match.given.part(one).kind for one in found.extra]
        strange += [match.given.part(found.mapping[one]).kind for one in found.wrong]
        lenient = any(body.boxed for body in composite.bodies)
        if not lenient and composite.inner_kinds & set(strange):
            for whole in absent[:_MOST_EXPANDED]:
                match = min([match, *_expansions(match, composite, whole)], key=lambda one: one.assignment.cost)
    return match


def _expansions(match: Match, composite: Composite, whole: str) -> list[Match]:
    found = []
    for body in _likely(match, composite):
        wanted = expand(match.wanted, whole, body)
        found.append(Match(match.reference, wanted, match.given, assign(match.given, wanted)))
    return found


def _likely(match: Match, composite: Composite) -> list[Body]:
    """The bodies that are most like what is left of the drawing."""
    left = Counter(match.given.part(one).kind for one in match.assignment.extra)
    left.update(match.given.part(match.assignment.mapping[one]).kind for one in match.assignment.wrong)

    def unlike(body: Body) -> int:
        want = Counter(kind for part in body.plan.parts() if part.kind != "input" for kind in part.kinds[:1])
        flexible = sum(len(part.kinds) > 1 for part in body.plan.parts())
        return sum((want - left).values()) * 2 + min(sum((left - want).values()), 20) - flexible

    return sorted(composite.bodies, key=unlike)[:_BODIES]


def _written(match: Match) -> Match:
    """The match with what is written otherwise beside the parts that are right."""
    found = match.assignment
    right = {here: there for here, there in found.mapping.items() if here not in found.wrong}
    return replace(match, disagreements=tuple(disagreements(match.given, match.wanted, right)))

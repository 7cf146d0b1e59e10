"""What is drawn in full, and rightly, becomes one part."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from evalmode.board.matching.agreement import multiplies
from evalmode.board.matching.canon import JOINS
from evalmode.board.matching.composites import PORTS, Body, Composite, port_of
from evalmode.board.matching.exact import fits
from evalmode.board.matching.plan import Part, Plan

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

__all__ = ["contract"]


def contract(plan: Plan, composites: Collection[Composite]) -> Plan:
    """The plan with every composite that is drawn in full, and rightly, as one part."""
    plan = plan.copy()
    found = True
    while found:
        found = False
        kinds = {part.kind for part in plan.parts()}
        for composite in composites:
            for body in composite.bodies:
                if _may_occur(body, kinds) and _contract_body(plan, composite, body):
                    found = True
                    kinds.add(composite.kind)
    return plan


def _may_occur(body: Body, kinds: set[str]) -> bool:
    """Whether every part of a body finds its kind at all."""
    return all(any(fits(kind, body.plan.part(one).kinds) for kind in kinds) for one in body.inner)


def _contract_body(plan: Plan, composite: Composite, body: Body) -> bool:
    found = False
    pattern, order = body.plan.part(body.last), _order(body)
    for part in plan.parts():
        if part.id in plan and _may_be(part, pattern):
            place = next(_placements(plan, body, order, {body.last: part.id}), None)
            if place:
                _replace(plan, composite, body, place)
                found = True
    return found


def _order(body: Body) -> list[tuple[str, str]]:
    """A body's parts from its last one on, each with the neighbour that it is reached from."""
    inner = set(body.inner)
    order: list[tuple[str, str]] = []
    seen, queue = {body.last}, [body.last]
    while queue:
        here = queue.pop(0)
        for there in (*body.plan.before(here), *body.plan.after(here)):
            if there in inner and there not in seen:
                seen.add(there)
                queue.append(there)
                order.append((there, here))
    return order


def _placements(
    plan: Plan, body: Body, order: list[tuple[str, str]], placed: dict[str, str]
) -> Iterator[dict[str, str]]:
    """Ways to lay the rest of a body on the plan, given where some of it lies."""
    if len(placed) > len(order):
        if _is_whole(plan, body, placed):
            yield dict(placed)
        return
    part, neighbour = order[len(placed) - 1]
    forward = body.plan.linked(part, neighbour)
    near = plan.before(placed[neighbour]) if forward else plan.after(placed[neighbour])
    for choice in near:
        if choice in placed.values() or not _may_be(plan.part(choice), body.plan.part(part)):
            continue
        placed[part] = choice
        yield from _placements(plan, body, order, placed)
        del placed[part]


def _may_be(part: Part, pattern: Part) -> bool:
    if not fits(part.kind, pattern.kinds):
        return False
    given = dict(part.params)
    for name, value in pattern.params:
        if name == "stride" and value != "1" and name not in given:
            return False  # an unusual stride must be written
        if name == "factor" and value.startswith("1/"):
            if multiplies(given.get("factor", ""), part.label):
                return False
        elif given.get(name, value).strip("()") != value:
            return False
    return True


def _is_whole(plan: Plan, body: Body, placed: dict[str, str]) -> bool:
    """Whether the placed parts are linked as in the body, fed only where it is fed, and left only where it may be."""
    taken = {there: here for here, there in placed.items()}
    feeds: dict[str, frozenset[str]] = {}
    fed = all(_is_fed(plan, body, here, taken, feeds) for here in placed)
    left = fed and all(_is_left(plan, body, here, there, taken) for here, there in placed.items())
    return left and not (body.single and len(plan.after(placed[body.last])) > 1)


def _is_fed(plan: Plan, body: Body, here: str, taken: dict[str, str], feeds: dict[str, frozenset[str]]) -> bool:
    """Whether a part gets what it gets in the body, and what comes from outside comes from the same place each time."""
    there = next(one for one, part in taken.items() if part == here)
    outside = frozenset(source for source in plan.before(there) if source not in taken)
    inside = {taken[source] for source in plan.before(there) if source in taken}
    inputs = [source for source in body.plan.before(here) if body.plan.part(source).kind == "input"]
    if inside != set(body.plan.before(here)) - set(inputs) or bool(outside) != bool(inputs):
        return False
    if len(outside) > len(inputs) or _contradict(plan, there, outside, {*inputs} & PORTS):
        return False
    return len(inputs) != 1 or feeds.setdefault(inputs[0], outside) == outside


def _is_left(plan: Plan, body: Body, here: str, there: str, taken: dict[str, str]) -> bool:
    """Whether a part's value goes outside only where the body lets it, and is one box where the body wants one."""
    if here in body.boxed and len(plan.part(there).covers) > 1:
        return False
    leaves = [target for target in plan.after(there) if target not in taken]
    if here == body.last:
        return True
    return not plan.part(there).out and (bool(leaves) if here in body.tapped else not leaves or here in body.taps)


def _contradict(plan: Plan, target: str, sources: frozenset[str], ports: set[str]) -> bool:
    """Whether a value that is called q, k or v comes where another one of them belongs."""
    for source in sources if ports else ():
        called = {*plan.part(source).names, *plan.link(source, target).ports} & PORTS
        if called and not called & ports:
            return True
    return False


def _replace(plan: Plan, composite: Composite, body: Body, placed: dict[str, str]) -> None:
    inside = set(placed.values())
    last = plan.part(placed[body.last])
    members = [plan.part(there) for there in reversed(list(placed.values()))]
    whole = Part(
        f"{composite.kind}<{last.id}>",
        (composite.kind,),
        _params(composite, members),
        last.names,
        last.label,
        tuple(dict.fromkeys(element for one in (last, *members) for element in one.elements)),
        last.out,
        last.exits,
        last.said,
        covers=tuple(cover for one in members for cover in one.covers),
        inner=_inner(plan, body, placed, members),
    )
    plan.add(whole)
    for here, there in placed.items():
        port = frozenset().union(*(port_of(source) for source in body.plan.before(here)))
        for source in plan.before(there):
            if source not in inside:
                link = plan.link(source, there)
                ports = link.ports & PORTS or port
                plan.connect(source, whole.id, replace(link, ports=ports))
        for target in plan.after(there):
            if target not in inside:
                plan.connect(whole.id, target, plan.link(there, target))
    plan.remove(inside)


def _inner(
    plan: Plan, body: Body, placed: dict[str, str], members: list[Part]
) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """The shapes written inside, beside those of the body; and those of members that were contracted before."""
    found = [one for part in members for one in part.inner]
    values = {source: link.shape for source, _, link in body.plan.links() if link.shape}
    for source, target, _ in body.plan.links():
        if source in placed and target in placed and source in values:
            given = plan.link(placed[source], placed[target])
            if given.shape:
                found.append((given.shape, values[source], given.mark))
    return tuple(found)


def _params(composite: Composite, members: list[Part]) -> tuple[tuple[str, str], ...]:
    """What the whole inherits: the sizes it begins and ends with, and what its members say alone."""
    params: dict[str, str] = {}
    for one in members:
        for name, value in one.params:
            if name in ("heads", "kv_heads", "hidden", "causal", "masked", "level"):
                params.setdefault(name, value)
    for one in reversed(members):
        if (out := dict(one.params).get("out")) and one.kind not in JOINS:
            params["out"] = out
            break
    params.update(composite.sets)
    return tuple(sorted(params.items()))

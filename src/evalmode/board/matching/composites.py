"""Composites: what may be drawn as one box or in full, such as a feed-forward network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from evalmode.board.matching.canon import JOINS
from evalmode.board.matching.plan import Part, Plan

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["PORTS", "Body", "Composite", "expand", "needed", "port_of"]

PORTS = frozenset("qkv")
"""Inputs that must not be taken for one another."""


@dataclass(frozen=True, slots=True)
class Body:
    """One way in which a composite may be drawn in full.

    Args:
        plan: Its parts; those of kind ``input`` stand for what feeds it.
        last: The part that makes its value.
        taps: Parts whose values may also leave it.
        tapped: Taps whose values must leave it.
        single: Whether its value must go to one place only.
        boxed: Parts that must be drawn as one box.
    """

    plan: Plan
    last: str
    taps: frozenset[str] = frozenset()
    tapped: frozenset[str] = frozenset()
    single: bool = False
    boxed: frozenset[str] = frozenset()

    @property
    def inner(self) -> list[str]:
        """Its parts without what feeds it."""
        return [part.id for part in self.plan.parts() if part.kind != "input"]


@dataclass(frozen=True, slots=True)
class Composite:
    """A kind of operation that is made of others.

    Args:
        kind: What it is when it is drawn as one box.
        bodies: The ways in which it may be drawn in full, fullest first.
        sets: Parameters that it has for having been drawn so.
    """

    kind: str
    bodies: tuple[Body, ...]
    sets: tuple[tuple[str, str], ...] = ()

    @property
    def inner_kinds(self) -> frozenset[str]:
        """Every kind that occurs in a body."""
        return frozenset(kind for body in self.bodies for part in body.plan.parts() for kind in part.kinds) - {"input"}


def needed(composites: Collection[Composite], kinds: Collection[str]) -> list[Composite]:
    """Those that make one of these kinds, or a kind that such a one is made of; in their order."""
    wanted = set(kinds)
    chosen: set[int] = set()
    while True:
        more = {n for n, one in enumerate(composites) if one.kind in wanted} - chosen
        if not more:
            return [one for n, one in enumerate(composites) if n in chosen]
        chosen |= more
        for number, one in enumerate(composites):
            if number in more:
                wanted |= one.inner_kinds


def expand(plan: Plan, identifier: str, body: Body) -> Plan:
    """The plan with one part drawn in full."""
    plan = plan.copy()
    whole = plan.part(identifier)
    before = {source: plan.link(source, identifier) for source in plan.before(identifier)}
    after = {target: plan.link(identifier, target) for target in plan.after(identifier)}
    plan.remove([identifier])
    names = {part.id: f"{identifier}.{part.id}" for part in body.plan.parts()}
    for part in body.plan.parts():
        if part.kind != "input":
            out, own = (whole.out, whole.names) if part.id == body.last else ((), part.names)
            plan.add(Part(names[part.id], part.kinds, part.params, own, part.label, out=out))
    for source, target, link in body.plan.links():
        if body.plan.part(source).kind != "input":
            plan.connect(names[source], names[target], link)
            continue
        for feed, outer in before.items():
            if len(before) == 1 or not outer.ports or not port_of(source) or outer.ports & port_of(source):
                plan.connect(feed, names[target], outer)
    tap = next(iter(body.taps), body.last)
    for target, outer in after.items():
        joins = plan.part(target).kind in (*JOINS, "decoder_stage")
        plan.connect(names[tap if joins else body.last], target, outer)
    return plan


def port_of(name: str) -> frozenset[str]:
    """The port that an input of a body stands for, if it does for one."""
    return frozenset({name}) & PORTS

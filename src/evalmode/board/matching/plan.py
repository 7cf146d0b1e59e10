"""The graph that is compared: parts and the links between them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["OR", "Link", "Part", "Plan"]

OR = "or"
"""In what was passed over: nothing was, but a reference accepts this shape as well."""


@dataclass(frozen=True, slots=True)
class Part:
    """One operation, or what several were contracted to.

    Args:
        id: Unique in its plan.
        kinds: What it may be, canonical one first; a candidate's part is one thing, a reference's may be several.
        params: Name → value as written.
        names: What the value it makes is called, normalised.
        label: The words it was drawn with.
        elements: The elements to point at.
        out: Whether its value leaves the drawing at a box that says so.
        exits: The elements of the boxes that say so, and of the arrows there.
        said: The shapes written where its value leaves, each with the elements that say it.
        optional: Whether a candidate may leave it out.
        covers: Ids of the graph's nodes it stands for.
        inner: Of a contraction, the shapes written inside: the candidate's, the body's, and the elements that say it.
    """

    id: str
    kinds: tuple[str, ...]
    params: tuple[tuple[str, str], ...] = ()
    names: tuple[str, ...] = ()
    label: str = ""
    elements: tuple[str, ...] = ()
    out: tuple[str, ...] = ()
    exits: tuple[str, ...] = ()
    said: tuple[tuple[str, tuple[str, ...]], ...] = ()
    optional: bool = False
    covers: tuple[str, ...] = ()
    inner: tuple[tuple[str, str, tuple[str, ...]], ...] = ()

    @property
    def kind(self) -> str:
        """What it is first of all."""
        return self.kinds[0]


@dataclass(frozen=True, slots=True)
class Link:
    """A value on its way, through whatever was passed over.

    Args:
        ports: Which inputs of the target it is, where that was said.
        shape: The shape written where it leaves its source; empty if none is.
        elements: The elements to point at.
        mark: The elements that say the shape.
        later: What was passed over on the way, each with the shape written behind it and the elements that say that.
    """

    ports: frozenset[str] = frozenset()
    shape: str = ""
    elements: tuple[str, ...] = ()
    mark: tuple[str, ...] = ()
    later: tuple[tuple[str, str, tuple[str, ...]], ...] = ()

    def then(self, further: Link, between: Part) -> Link:
        """This link and a further one behind it, and what lay between."""
        elements = _unique((*self.elements, *between.elements, *further.elements))
        said = ((between.kind, further.shape, further.mark),) if further.shape else ()
        later = (*self.later, *said, *further.later)
        return Link(further.ports or self.ports, self.shape, elements, self.mark, later)

    def beside(self, other: Link) -> Link:
        """This link and another one between the same parts."""
        said = self if self.shape else other
        later = tuple(dict.fromkeys((*self.later, *other.later)))
        return Link(self.ports | other.ports, said.shape, _unique((*self.elements, *other.elements)), said.mark, later)


class Plan:
    """Parts and links; a thin cover over a networkx graph.

    The methods that change it keep it free of links from a part to itself, which a contraction would make.
    """

    def __init__(self) -> None:
        self.graph: nx.DiGraph[str] = nx.DiGraph()
        self.loose: tuple[Part, ...] = ()
        """What no arrow meets."""

    def copy(self) -> Plan:
        """A copy that may be changed."""
        plan = Plan()
        plan.graph = self.graph.copy()
        plan.loose = self.loose
        return plan

    def __len__(self) -> int:
        return len(self.graph)

    def __contains__(self, part: object) -> bool:
        return part in self.graph

    def __iter__(self) -> Iterator[str]:
        return iter(self.graph)

    def part(self, identifier: str) -> Part:
        """The part of that id."""
        part: Part = self.graph.nodes[identifier]["part"]
        return part

    def parts(self) -> list[Part]:
        """All parts."""
        return [data["part"] for _, data in self.graph.nodes(data=True)]

    def add(self, part: Part) -> None:
        """Puts a part in, or another in the place of one with its id."""
        self.graph.add_node(part.id, part=part)

    def change(self, identifier: str, **changes: object) -> None:
        """Changes fields of a part."""
        self.add(replace(self.part(identifier), **changes))  # type: ignore[arg-type] # names and values of its fields

    def remove(self, identifiers: Iterable[str]) -> None:
        """Takes parts out with their links."""
        self.graph.remove_nodes_from(list(identifiers))

    def link(self, source: str, target: str) -> Link:
        """The link between two parts."""
        link: Link = self.graph.edges[source, target]["link"]
        return link

    def links(self) -> list[tuple[str, str, Link]]:
        """All links."""
        return [(source, target, data["link"]) for source, target, data in self.graph.edges(data=True)]

    def linked(self, source: str, target: str) -> bool:
        """Whether there is a link from one to the other."""
        return bool(self.graph.has_edge(source, target))

    def connect(self, source: str, target: str, link: Link) -> None:
        """Adds a link; where there is one already they become one."""
        if source == target:
            return
        if self.linked(source, target):
            link = self.link(source, target).beside(link)
        self.graph.add_edge(source, target, link=link)

    def disconnect(self, source: str, target: str) -> None:
        """Takes a link out."""
        self.graph.remove_edge(source, target)

    def before(self, identifier: str) -> list[str]:
        """What feeds a part."""
        return list(self.graph.predecessors(identifier))

    def after(self, identifier: str) -> list[str]:
        """What a part feeds."""
        return list(self.graph.successors(identifier))

    def elide(self, identifier: str) -> None:
        """Takes a part out and joins what feeds it with what it feeds."""
        between = self.part(identifier)
        for source in self.before(identifier):
            for target in self.after(identifier):
                first, second = self.link(source, identifier), self.link(identifier, target)
                self.connect(source, target, first.then(second, between))
        self.remove([identifier])


def _unique(elements: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(elements))

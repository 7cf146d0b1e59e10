"""Who plays which role in a system diagram, and which ways lead from one to the other."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from evalmode.bank.boarditem import Role
    from evalmode.board.graph import Graph

__all__ = ["Cast", "says"]


class Cast:
    """The roles of a drawing.

    Arrows are nodes here, too: ``real`` may be a box or the words on an arrow, and a way can be asked for by the kind
    of its arrows.

    Args:
        graph: What was drawn.
        roles: Name → how it is recognised.
        same: Kinds that count as another one.
    """

    def __init__(self, graph: Graph, roles: Mapping[str, Role], same: Mapping[str, str]) -> None:
        self.graph, self.roles = graph, roles
        self.ways: nx.DiGraph[str] = nx.DiGraph()
        self.elements: dict[str, tuple[str, ...]] = {}
        self.labels: dict[str, str] = {}
        self.kinds: dict[str, str] = {}
        for node in graph.nodes:
            self.ways.add_node(node.id)
            self.elements[node.id] = node.elements
            self.labels[node.id] = " ".join(dict.fromkeys((node.label, *node.names)))
            self.kinds[node.id] = same.get(node.op.kind, node.op.kind)
        for number, edge in enumerate(graph.edges):
            name = f"→{number}"
            self.ways.add_edge(edge.source, name)
            self.ways.add_edge(name, edge.target)
            self.elements[name], self.labels[name], self.kinds[name] = edge.elements, edge.label, f"→{edge.kind}"
        self.players = self._players()

    def _players(self) -> dict[str, list[str]]:
        found = {name: [one for one in self.ways if self._may_play(one, role)] for name, role in self.roles.items()}
        for name, role in self.roles.items():
            if role.after or role.before:
                apt = [one for one in found[name] if self._stands(one, role, found)]
                found[name] = apt or found[name]
        return found

    def _may_play(self, one: str, role: Role) -> bool:
        if one.startswith("→") and not role.edge:
            return False
        label = self.labels[one]
        if any(says(label, word) for word in role.unless):
            return False
        return self.kinds[one] in role.kinds or any(says(label, word) for word in role.named)

    def _stands(self, one: str, role: Role, found: Mapping[str, list[str]]) -> bool:
        """Whether it lies behind and before those that tell it apart."""
        for names, ahead in ((role.after, False), (role.before, True)):
            others = {other for name in names for other in found.get(name, ())} - {one}
            ways = self.of_kind("data")
            reach = nx.descendants(ways, one) if ahead else nx.ancestors(ways, one)
            if names and not others & reach:
                return False
        return True

    def of_kind(self, kind: str) -> nx.DiGraph[str]:
        """The ways that consist of arrows of one kind, or of any; arrows of other kinds are there and lead nowhere."""
        if kind == "any":
            return self.ways
        ways = self.ways.copy()
        other = [one for one, what in self.kinds.items() if what.startswith("→") and what != f"→{kind}"]
        ways.remove_edges_from([*ways.in_edges(other), *ways.out_edges(other)])
        return ways

    def way(self, start: str, end: str, kind: str, avoiding: Iterable[str] = ()) -> list[str]:
        """The shortest way from one role to another, as nodes and arrows; empty if there is none."""
        banned = {one for name in avoiding for one in self.players.get(name, ())}
        banned -= {*self.players[start], *self.players[end]}
        ways = _without(self.of_kind(kind), banned)
        found: list[list[str]] = []
        for one in self.players[start]:
            paths = nx.single_source_shortest_path(ways, one)
            found += [paths[other] for other in self.players[end] if other in paths and other != one]
        return min(found, key=len, default=[])

    def turned(self, start: str, end: str, kind: str, avoiding: Iterable[str] = ()) -> list[str]:
        """The one arrow that would have to be turned round for a way from one role to another; empty if none would."""
        banned = {one for name in avoiding for one in self.players.get(name, ())}
        banned -= {*self.players[start], *self.players[end]}
        ways = _without(self.of_kind(kind), banned)
        onward = _without(ways, {*self.players[end]} - {*self.players[start]})
        ahead = {one: None for player in self.players[start] for one in (player, *nx.descendants(onward, player))}
        back = {one: None for player in self.players[end] for one in (player, *nx.ancestors(ways, player))}
        busy = {one for players in self.players.values() for one in players}
        for arrow in (one for one in ways if one.startswith("→")):
            source, target = next(ways.predecessors(arrow), ""), next(ways.successors(arrow), "")
            fits = source in back and target in ahead and {source, target} & busy and target not in self.players[end]
            if fits and self._leads(ways, source, end, without=target):
                return [arrow]
        return []

    def _leads(self, ways: nx.DiGraph[str], source: str, end: str, *, without: str) -> bool:
        """Whether something leads to a role by another way than through one thing."""
        others = _without(ways, [without])
        return any(one == source or nx.has_path(others, source, one) for one in self.players[end] if one != without)

    def feeders(self, name: str) -> list[tuple[str, str]]:
        """What feeds a role: the nearest that play any role, each with the arrow by which it arrives."""
        busy = {one for players in self.players.values() for one in players}
        ways, found = self.of_kind("data"), []
        for player in self.players[name]:
            queue = [(arrow, arrow) for arrow in ways.predecessors(player)]
            seen = {player}
            while queue:
                one, arrow = queue.pop()
                if one in seen:
                    continue
                seen.add(one)
                if one in busy:
                    found.append((one, arrow))
                else:
                    queue += [(before, arrow) for before in ways.predecessors(one)]
        return found

    def only_told(self, name: str, kind: str) -> bool:
        """Whether only arrows of another kind play a role: a gradient that says ``(detach)`` leads no values on."""
        kinds = {self.kinds[one] if one.startswith("→") else "" for one in self.players[name]}
        return bool(kinds) and not kinds & {"", f"→{kind}"}

    def arrows_into(self, names: Iterable[str]) -> list[str]:
        """The arrows with values that end at some roles."""
        ends = [one for name in names for one in self.players.get(name, ())]
        return [arrow for one in ends for arrow in self.ways.predecessors(one) if self.kinds[arrow] == "→data"]

    def gradients_of(self, name: str) -> list[str]:
        """The arrows by which a role sends its gradient."""
        return [
            arrow
            for one in self.players[name]
            for arrow in self.ways.successors(one)
            if self.kinds[arrow] == "→gradient"
        ]

    def mentions(self, word: str) -> bool:
        """Whether words are written anywhere."""
        return any(says(text, word) for text in (*self.labels.values(), *self.graph.words))

    def pin(self, players: Iterable[str]) -> tuple[str, ...]:
        """The elements of some nodes and arrows."""
        return tuple(dict.fromkeys(element for one in players for element in self.elements[one]))


def says(text: str, word: str) -> bool:
    """Whether whole words stand in a text: in any case, but for single letters; between slashes, an expression."""
    return _pattern(word).search(text) is not None


@lru_cache(maxsize=2048)
def _pattern(word: str) -> re.Pattern[str]:
    if len(word) > 2 and word.startswith("/") and word.endswith("/"):
        return re.compile(word[1:-1], re.IGNORECASE)
    spaced = r"[\s_\-]*".join(re.escape(piece) for piece in re.split(r"[\s_\-]+", word))
    return re.compile(rf"(?<![^\W_]){spaced}(?![^\W_])", 0 if len(word) == 1 else re.IGNORECASE)


def _without(ways: nx.DiGraph[str], left_out: Iterable[str]) -> nx.DiGraph[str]:
    """The ways that pass none of some things."""
    return nx.DiGraph(nx.restricted_view(ways, left_out, []))

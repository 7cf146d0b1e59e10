"""Shapes carried through a drawing once, under an assumption about which labels can be believed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from evalmode.board.shapes.axes import keeps_channels_last
from evalmode.board.shapes.compare import Names, aligned, compare_sizes
from evalmode.board.shapes.functions import SINGLE_VALUED, made_by
from evalmode.board.shapes.option import Input, Option
from evalmode.board.shapes.sizes import parse_size

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from evalmode.board.graph import Edge, Graph, Op
    from evalmode.board.shapes.algebra import Size
    from evalmode.board.shapes.values import Shape

__all__ = ["Conflict", "Flow", "Plan", "equations"]


_GATES = frozenset({"sigmoid", "tanh"})


@dataclass(frozen=True, slots=True)
class Conflict:
    """A label that what is written before it contradicts.

    Args:
        edge: The edge with the label.
        support: The labelled edges from which its shape follows.
        expected: What follows from them.
    """

    edge: int
    support: frozenset[int]
    expected: Option


@dataclass(slots=True)
class Known:
    """What one edge may carry, and the labels that say so."""

    options: list[Option] = field(default_factory=list)
    support: frozenset[int] = frozenset()


class Plan:
    """A graph prepared for being gone through many times."""

    def __init__(self, graph: Graph, written: Mapping[int, Shape]) -> None:
        self.graph = graph
        self.written = written
        self.ops = {node.id: node.op for node in graph.nodes}
        data = [(place, edge) for place, edge in enumerate(graph.edges) if edge.kind == "data"]
        self.into: dict[str, list[int]] = {}
        self.out_of: dict[str, list[int]] = {}
        for place, edge in data:
            self.into.setdefault(edge.target, []).append(place)
            self.out_of.setdefault(edge.source, []).append(place)
        self.order = _in_order(self.ops, [edge for _, edge in data])
        self.layers = _layers(self.ops.values())
        self.channels_last = keeps_channels_last(shape.sizes for shape in written.values())

    def is_gate(self, node: str) -> bool:
        """Whether a lone σ or tanh takes several values put together: it stands for a gate, with its weights."""
        before = [self.graph.edges[place].source for place in self.into.get(node, [])]
        joined = any(source in self.ops and self.ops[source].kind == "concat" for source in before)
        return self.ops[node].kind in _GATES and joined

    def same_value(self, place: int) -> frozenset[int]:
        """The labels that say the same of the same value: it may leave its operation by several arrows."""
        source = self.graph.edges[place].source
        if source not in self.ops or self.ops[source].kind not in SINGLE_VALUED:
            return frozenset({place})
        said = self.written[place].sizes
        return frozenset(
            other for other in self.out_of[source] if other in self.written and self.written[other].sizes == said
        )


class Flow:
    """Shapes on all edges, from the first operation to the last.

    Args:
        plan: The graph and its labels.
        distrusted: Labels that are left out of account.
        names: What is known about names of sizes.
    """

    def __init__(self, plan: Plan, distrusted: frozenset[int], names: Names) -> None:
        self.known: dict[int, Known] = {}
        self.inferred: dict[int, Option] = {}
        self.verdicts: dict[int, bool | None] = {}
        self.conflicts: list[Conflict] = []
        self.certain: set[int] = set()
        self._plan, self._distrusted, self._names = plan, distrusted, names
        for node in plan.order:
            self._pass(node)

    def _pass(self, node: str) -> None:
        plan = self._plan
        into = [self.known.get(place, Known()) for place in plan.into.get(node, [])]
        ports = [plan.graph.edges[place].port for place in plan.into.get(node, [])]
        given = [
            [Input(option.sizes, port, plan.channels_last) for option in known.options]
            for known, port in zip(into, ports, strict=True)
        ]
        options = [] if plan.is_gate(node) else made_by(plan.ops[node], given)
        made = Known(options, frozenset().union(*(known.support for known in into)))
        shared = plan.ops[node].kind in SINGLE_VALUED
        for place in sorted(plan.out_of.get(node, []), key=lambda place: place not in plan.written):
            self._leave(place, made)
            if shared and not made.options and place in plan.written and place not in self._distrusted:
                made = self.known[place]
        if shared and len(plan.out_of.get(node, [])) > 1:
            self._share(plan.out_of[node])

    def _share(self, places: list[int]) -> None:
        """A value that is labelled on one of its arrows is known on all of them."""
        said = next(
            (self.known[place] for place in places if place in self._plan.written and self.known[place].options), None
        )
        for place in places:
            if said is not None and (place not in self._plan.written or place in self._distrusted):
                self.known[place] = said

    def _leave(self, place: int, made: Known) -> None:
        """Settle what one edge carries: what is written on it, what was made, or what both say."""
        written = self._plan.written.get(place)
        if made.options:
            self.inferred[place] = made.options[0]
        if len(made.options) == 1:
            self.certain.add(place)
        if written is None:
            self.known[place] = made
            return
        verdict, option = self._judge(written, made.options)
        if option is not None:
            self.inferred[place] = option
        if verdict:
            self.certain.add(place)
        if place in self._distrusted:
            self.known[place] = made
            self.verdicts[place] = False
            return
        self.verdicts[place] = verdict
        if verdict is False and option is not None:
            self.conflicts.append(Conflict(place, made.support, option))
        if written.open:
            self.known[place] = made
        else:
            self.known[place] = Known([Option(written.sizes)], frozenset({place}))

    def _judge(self, written: Shape, options: list[Option]) -> tuple[bool | None, Option | None]:
        """Whether a label agrees with one of the shapes that may be there, and the shape it agrees with best."""
        verdict: bool | None = False if options else None
        nearest = options[0] if options else None
        for option in options:
            one = compare(option, written, self._names)
            if one is True:
                return True, option
            if one is None and verdict is False:
                verdict, nearest = None, option
        return verdict, nearest


def compare(option: Option, written: Shape, names: Names) -> bool | None:
    """Whether a label says the shape that follows."""
    pairs = aligned(option.sizes, written.sizes, is_open=written.open)
    if pairs is None:
        return None
    verdicts = [compare_sizes(one, two, names) for one, two in pairs]
    if all(verdicts):
        return True
    if False not in verdicts or written.transposed:
        return None
    return None if _heads_moved(option, written) else False


def _heads_moved(option: Option, written: Shape) -> bool:
    """Whether the same sizes stand in another order because heads were moved, which drawings leave out."""
    same = sorted(map(str, option.sizes)) == sorted(map(str, written.sizes))
    return same and len(option.sizes) == 4


def equations(plan: Plan, flow: Flow, distrusted: frozenset[int]) -> Iterable[list[tuple[Size, Size]]]:
    """Sizes that have to be equal, wherever a label is believed and something follows for it."""
    for place, written in plan.written.items():
        option = flow.inferred.get(place)
        if option is None or place in distrusted:
            continue
        pairs = aligned(option.sizes, written.sizes, is_open=written.open)
        if pairs is not None:
            yield pairs
    for node, op in plan.ops.items():
        takes = parse_size(op.get("in")) if op.kind == "linear" and op.get("in") else None
        if takes is None or not takes.symbol:
            continue
        for place in plan.into.get(node, []):
            known = flow.known.get(place, Known()).options
            if len(known) == 1 and known[0].sizes:
                yield [(known[0].sizes[-1], takes)]


def _layers(ops: Iterable[Op]) -> list[tuple[Size, Size]]:
    """The two widths of every layer that says both by name: ``d_model → d_ff`` are two sizes."""
    said = [(parse_size(op.get("in")), parse_size(op.get("out"))) for op in ops if op.get("in") and op.get("out")]
    return [(one, two) for one, two in said if one is not None and two is not None and one.symbol and two.symbol]


def _in_order(ops: Mapping[str, object], edges: list[Edge]) -> list[str]:
    """The nodes from inputs to outputs; those on a cycle come last, in the order in which they were drawn."""
    waiting = dict.fromkeys(ops, 0)
    after: dict[str, list[str]] = {}
    for edge in edges:
        if edge.source in ops and edge.target in ops:
            waiting[edge.target] += 1
            after.setdefault(edge.source, []).append(edge.target)
    ready = [node for node, count in waiting.items() if count == 0]
    order: list[str] = []
    while ready:
        node = ready.pop()
        order.append(node)
        for other in after.get(node, []):
            waiting[other] -= 1
            if waiting[other] == 0:
                ready.append(other)
    done = set(order)
    return order + [node for node in ops if node not in done]

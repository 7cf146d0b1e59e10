"""Small graphs for tests of shapes, written as chains."""

from __future__ import annotations

from evalmode.board.graph import Edge, Graph, Node, Op


def op(text):
    """``conv kernel=3 stride=2`` as an operation."""
    kind, *params = text.split()
    return Op(kind, tuple(sorted(tuple(one.split("=", 1)) for one in params)))


def chain(*steps, skips=()):
    """Labels and operations in turn: ``"(B,T,d)", "linear out=4d", "(B,T,4d)"``; the operations are 1, 2, 3, …

    Args:
        steps: A label, an operation, a label, …; an empty label is none.
        skips: Further edges, as places of the operations; 0 is the input.
    """
    ops = [Op("input"), *(op(step) for step in steps[1::2]), Op("output")]
    nodes = tuple(Node(str(place), each, label=each.kind) for place, each in enumerate(ops))
    edges = [Edge(str(place), str(place + 1), shape=label) for place, label in enumerate(steps[0::2])]
    edges += [Edge(str(source), str(target)) for source, target in skips]
    return Graph(nodes, tuple(edges))


def joined(kind, *labels, result=""):
    """Several inputs into one operation."""
    nodes = [Node(f"x{place}", Op("input")) for place in range(len(labels))]
    edges = [Edge(f"x{place}", "join", shape=label) for place, label in enumerate(labels)]
    nodes += [Node("join", op(kind)), Node("out", Op("output"))]
    return Graph(tuple(nodes), (*edges, Edge("join", "out", shape=result)))

"""Whatever is drawn, a module is made of it that Python can read, or one sentence says why not."""

from __future__ import annotations

import ast

from hypothesis import given, settings
from hypothesis import strategies as st

from evalmode.board.graph import Edge, Graph, Node, Op
from evalmode.board.modules import ModuleError, ModuleSource, write_module
from evalmode.board.modules.kinds import WRITERS

KINDS = [*WRITERS, "input", "output", "noise", "real_data", "generator", "discriminator", "unknown", "label", "tokens"]
SHAPES = ["", "", "(B, T, d)", "(B, C, H, W)", "(B, h, T, d/h)", "(B, D)", "56×56×64", "(B, 2C, H/2, W/2)", "(…, d)", "(3,)", "(B, T)", "()", "(0, 0)", "d_model=512", "(B, ?)"]  # fmt: skip # noqa: E501
PARAMS = ["1", "2", "3", "0", "7", "4d", "d/3", "C", "x", "", "10000000000", "-1", "yes"]
NAMES = ["kernel", "stride", "padding", "out", "heads", "factor", "groups", "patch", "parts", "repeat", "optional"]


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    count = draw(st.integers(1, 9))
    nodes = []
    for place in range(count):
        params = draw(st.dictionaries(st.sampled_from(NAMES), st.sampled_from(PARAMS), max_size=2))
        names = tuple(draw(st.lists(st.sampled_from(["x", "h", "c", "q", "f", "α", "class"]), max_size=1)))
        kind = draw(st.sampled_from(KINDS))
        nodes.append(Node(f"n{place}", Op(kind, tuple(sorted(params.items()))), draw(st.text(max_size=5)), names))
    ids = st.integers(0, count - 1)
    edges = []
    for one, two in draw(st.lists(st.tuples(ids, ids), max_size=14)):
        shape, port = draw(st.sampled_from(SHAPES)), draw(st.sampled_from(["", "", "q", "k", "v"]))
        low, high = (min(one, two), max(one, two)) if draw(st.integers(0, 9)) else (one, two)
        edges.append(Edge(f"n{low}", f"n{high}", port=port, shape=shape))
    return Graph(tuple(nodes), tuple(edges))


@given(graphs())
@settings(max_examples=100, deadline=None)
def test_any_graph_gives_a_program_or_a_sentence(graph: Graph) -> None:
    try:
        module = write_module(graph)
    except ModuleError as error:
        said = error.message
    else:
        said = ""
        _is_program(module)
    assert "\n" not in said


def _is_program(module: ModuleSource) -> None:
    tree = ast.parse(module.source)
    assert any(isinstance(node, ast.ClassDef) and node.name == module.class_name for node in tree.body)
    assert all(size >= 0 for given in module.inputs for size in given.sizes)

"""Shapes follow from what is written; one wrong label is one finding; what is not certain is left open."""

from __future__ import annotations

from dataclasses import replace

import pytest
from shape_graphs import chain, joined

from evalmode.board.graph import Edge, Graph, Node, Op
from evalmode.board.shapes import infer

BLOCK = chain(
    "(B,T,d)",
    "layer_norm",
    "(B,T,d)",
    "mha heads=8",
    "(B,T,d)",
    "add",
    "(B,T,d)",
    "layer_norm",
    "(B,T,d)",
    "linear out=4d",
    "(B,T,4d)",
    "gelu",
    "(B,T,4d)",
    "linear out=d",
    "(B,T,d)",
    "add",
    "(B,T,d)",
    skips=[(0, 3), (3, 8)],
)
BOTTLENECK = chain(
    "256×56×56",
    "conv kernel=1 out=64",
    "64×56×56",
    "relu",
    "64×56×56",
    "conv kernel=3 stride=2 padding=1 out=64",
    "64×28×28",
    "relu",
    "64×28×28",
    "conv kernel=1 out=256",
    "256×28×28",
    "batch_norm",
    "256×28×28",
)


def relabelled(graph, place, label):
    edges = list(graph.edges)
    edges[place] = replace(edges[place], shape=label)
    return Graph(graph.nodes, tuple(edges))


def wrong(graph):
    return [edge.edge for edge in infer(graph).wrong]


@pytest.mark.parametrize("graph", [BLOCK, BOTTLENECK])
def test_right_labels_agree(graph):
    report = infer(graph)
    assert report.wrong == ()
    assert sum(edge.agrees is True for edge in report.edges) >= len(graph.edges) // 2


@pytest.mark.parametrize("place", range(1, 9))
def test_one_wrong_label_is_one_finding(place):
    assert wrong(relabelled(BLOCK, place, "(B,T,3d)")) == [place]


@pytest.mark.parametrize("place", range(1, 7))
def test_one_wrong_number_is_one_finding(place):
    assert wrong(relabelled(BOTTLENECK, place, "96×14×14")) == [place]


def test_a_wrong_input_is_blamed_rather_than_all_that_follows():
    assert wrong(relabelled(BLOCK, 0, "(B,T,2d)")) == [0]


def test_a_label_that_is_missing_is_inferred():
    report = infer(relabelled(BLOCK, 4, ""))
    assert str(report.edges[4].inferred) == "(B, T, d)"
    assert report.edges[4].agrees is None


def test_the_calculation_is_shown():
    graph = chain("(B,C,H,W)", "conv kernel=3 stride=2 padding=1 out=2C", "(B,2C,H/2,W/2)")
    assert infer(graph).edges[1].derivation == "2C channels; (H + 2·1 − 3)/2 + 1 = H/2"


def test_a_message_says_both_shapes():
    (found,) = infer(relabelled(BLOCK, 5, "(B,T,2d)")).wrong
    assert (
        found.message == "The label says (B, T, 2d), but here the shape is (B, T, 4d): linear makes the last size 4d."
    )


def test_a_second_name_is_a_hint():
    report = infer(relabelled(BLOCK, 1, "(B,T,d_model)"))
    assert report.wrong == ()
    assert report.edges[1].hint == "d_model seems to be the same size as d; one name for it is easier to follow."


def test_numbers_and_names_go_together():
    graph = chain("(B,T,512)", "linear out=4d", "(B,T,2048)", "gelu", "(B,T,4d)", "linear out=d", "(B,T,512)")
    report = infer(graph)
    assert report.wrong == ()
    assert report.sizes == {"d": "512"}


@pytest.mark.parametrize(
    "labels",
    [
        ("(B,56,56,64)", "(B,28,28,64)"),
        ("56×56×64", "28×28×64"),
        ("64×56×56", "64×28×28"),
        ("(H,W,C)", "(H/2,W/2,C)"),
        ("(C,H,W)", "(C,H/2,W/2)"),
        ("(B,64,224,224)", "64×112×112"),
        ("112×112×64", "(B,56,56,64)"),
    ],
)
def test_images_may_be_written_in_any_usual_order(labels):
    report = infer(chain(labels[0], "max_pool kernel=2", labels[1], "relu", ""))
    assert report.edges[1].agrees is True
    assert infer(chain(labels[0], "max_pool kernel=2", labels[0], "relu", "")).wrong


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        ("conv kernel=3 padding=1 out=128", "(B,64,H,W)", "(B, 128, H, W)"),
        ("conv kernel=3 padding=0 stride=1 out=64", "(B,1,572,572)", "(B, 64, 570, 570)"),
        ("conv kernel=7 stride=2 padding=3 out=64", "(B,3,224,224)", "(B, 64, 112, 112)"),
        ("conv kernel=1 stride=1 out=4C", "(B,C,H,W)", "(B, 4C, H, W)"),
        ("depthwise_conv kernel=3 padding=1 stride=2", "(B,C,H,W)", "(B, C, H/2, W/2)"),
        ("max_pool kernel=2 stride=2 padding=0", "(B,C,H,W)", "(B, C, H/2, W/2)"),
        ("max_pool kernel=3 stride=2 padding=1", "(B,64,112,112)", "(B, 64, 56, 56)"),
        ("conv_transpose kernel=4 stride=2 padding=1 out=64", "(B,128,8,8)", "(B, 64, 16, 16)"),
        ("conv_transpose kernel=4 stride=1 padding=0 out=512", "(B,100,1,1)", "(B, 512, 4, 4)"),
        ("upsample factor=2 out=64", "(B,128,H,W)", "(B, 64, 2H, 2W)"),
        ("downsample factor=4 out=64", "(B,64,H,W)", "(B, 64, H/4, W/4)"),
        ("linear out=4d", "(B,T,d)", "(B, T, 4d)"),
        ("linear out=10", "(B,784)", "(B, 10)"),
        ("embedding out=d", "(B,T)", "(B, T, d)"),
        ("softmax", "(B,h,T,T)", "(B, h, T, T)"),
        ("lora_down rank=r", "(B,T,d)", "(B, T, r)"),
        ("patch_embedding patch=16 out=768", "(B,3,224,224)", "(B, 196, 768)"),
        ("patchify patch=P", "(B,C,H,W)", "(B, H·W/P², C·P²)"),
        ("transpose", "(N,d)", "(d, N)"),
    ],
)
def test_shape_functions(kind, before, after):
    report = infer(chain(before, kind, after))
    assert report.edges[1].agrees is True, report.edges[1]
    assert infer(chain(before, kind, "(B,3,5,7,9)")).edges[1].agrees is None


@pytest.mark.parametrize(
    ("kind", "labels", "result"),
    [
        ("add", ("(B,T,d)", "(B,T,d)"), "(B, T, d)"),
        ("add", ("(B,T,d)", "(T,d)"), "None"),
        ("multiply", ("(B,C,H,W)", "(B,C,1,1)"), "(B, C, H, W)"),
        ("concat", ("(B,64,H,W)", "(B,64,H,W)"), "(B, 128, H, W)"),
        ("matmul", ("(B,h,T,d_k)", "(B,h,S,d_k)"), "(B, h, T, S)"),
        ("matmul", ("(B,h,T,S)", "(B,h,S,d_v)"), "(B, h, T, d_v)"),
        ("similarity", ("(N,d)", "(M,d)"), "(N, M)"),
    ],
)
def test_joins(kind, labels, result):
    report = infer(joined(kind, *labels, result="" if result == "None" else result))
    shown = report.edges[-1]
    assert (shown.agrees is True) if result != "None" else (shown.agrees is None)


def test_a_shortcut_of_another_shape_cannot_be_added():
    graph = chain("256×56×56", "conv kernel=1 out=512 stride=2", "512×28×28", "add", "512×28×28", skips=[(0, 2)])
    (found,) = infer(graph).wrong
    assert found.edge == 3
    assert found.message == "Values of the shapes (256, 56, 56) and (512, 28, 28) cannot be added."


def test_a_sum_is_more_than_its_part():
    assert wrong(joined("concat", "(B,H)", "(B,D)", result="(B,H)")) == [2]
    assert wrong(joined("concat", "(B,H)", "(B,D)", result="(B,H+D)")) == []


@pytest.mark.parametrize(
    ("one", "two", "blamed"), [("(B,H)", "(B,H)", 0), ("(B,D+H)", "(B,H)", 0), ("(B,D)", "(B,D)", 0)]
)
def test_a_part_of_a_concatenation_may_be_wrong_rather_than_the_whole(one, two, blamed):
    assert wrong(joined("concat", one, two, result="(B,D+H)")) == [blamed]


def test_sigma_on_a_concatenation_stands_for_a_gate():
    nodes = (*joined("concat", "(B,H)", "(B,D)").nodes, Node("gate", Op("sigmoid")))
    edges = (
        Edge("x0", "join", shape="(B,H)"),
        Edge("x1", "join", shape="(B,D)"),
        Edge("join", "gate", shape="(B,H+D)"),
        Edge("gate", "out", shape="(B,H)"),
    )
    assert wrong(Graph(nodes, edges)) == []


@pytest.mark.parametrize(
    "graph",
    [
        chain("(B,T,d)", "unknown", "(B,T,7d)"),
        chain("(B,T,d)", "reshape", "(B,h,T,d/h)"),
        chain("(B,T,d)", "linear", "(B,T,V)"),
        chain("(B,T,d)", "linear out=d", "(B,h,T,d_k)"),
        chain("(B,T,d)", "layer_norm", "(T,d)"),
        chain("(B,T,d)", "layer_norm", "(B,T,512)"),
        chain("(B,T,d)", "linear out=4d", "(B,T,d_ff)"),
        chain("(B,h,T,d_k)", "dropout", "(B,T,h,d_k)"),
        chain("(B,C,H,W)", "global_avg_pool", "(B,C)"),
        chain("(B,C,H,W)", "global_avg_pool", "(B,C,1,1)"),
        chain("(B,1,572,572)", "conv kernel=3 out=64", "(B,64,570,570)"),
        chain("(B,1,572,572)", "conv kernel=3 out=64", "(B,64,572,572)"),
        chain("(B,C,H,W)", "conv kernel=3 out=C", "(B,C,H/2,W/2)"),
        chain("512", "linear out=2048", "2048", "relu", "2048-d"),
        chain("", "layer_norm", "(B,T,d)", "gelu", ""),
        chain("(B,T)", "token_embedding", "(B,T,d)", "transformer_block", "(B,T,d)"),
    ],
)
def test_what_is_not_certain_is_no_mistake(graph):
    assert wrong(graph) == []


def test_a_value_carries_one_shape_on_all_its_arrows():
    graph = chain("(B,T,d)", "layer_norm", "(B,T,d)", "add", "(B,T,d)", skips=[(0, 2)])
    assert str(infer(graph).edges[-1].inferred) == "(B, T, d)"


def test_words_in_boxes_count():
    graph = chain("(64,256,256)", "conv kernel=3", "", "softmax", "(3,256,256)")
    nodes = list(graph.nodes)
    nodes[0] = replace(nodes[0], label="RGB image")
    nodes[-1] = replace(nodes[-1], label="mask\n21 classes")
    first, second = infer(Graph(tuple(nodes), graph.edges)).wrong
    assert first.message == "The label says (64, 256, 256), but “RGB image” speaks of 3 channels."
    assert "21 classes" in second.message


def test_gradients_carry_no_shape():
    graph = chain("(B,T,d)", "layer_norm", "(B,T,d)")
    edges = (*graph.edges, Edge("1", "0", kind="gradient", shape="(B,T,7)"))
    assert infer(Graph(graph.nodes, edges)).wrong == ()


def test_a_cycle_is_survived():
    nodes = tuple(Node(name, Op("relu")) for name in "abc")
    edges = tuple(Edge(*pair, shape="(B,T,d)") for pair in ("ab", "bc", "ca"))
    assert infer(Graph(nodes, edges)).wrong == ()


def test_a_drawing_that_is_not_understood_is_not_called_wrong():
    graph = chain("(B,T,d)", "relu", "(B,T,2d)", "relu", "(B,T,3d)", "relu", "(B,T,4d)")
    assert wrong(graph) == []


def test_an_empty_drawing_has_no_shapes():
    assert infer(Graph()).edges == ()


def test_two_widths_that_one_layer_names_are_two():
    """What a linear layer takes and what it makes: the activation keeps the second."""
    right = chain(
        "(n,d_model)", "linear in=d_model out=d_ff", "(n,d_ff)", "relu", "(n,d_ff)", "linear out=d_model", "(n,d_model)"
    )
    mistaken = chain(
        "(n,d_model)",
        "linear in=d_model out=d_ff",
        "(n,d_ff)",
        "relu",
        "(n,d_model)",
        "linear out=d_model",
        "(n,d_model)",
    )
    assert wrong(right) == []
    assert wrong(mistaken)


@pytest.mark.parametrize(("written", "count"), [("(B,T,512)", 0), ("(B,T,T)", 1)])
def test_a_length_is_not_the_number_beside_it(written: str, count: int):
    assert len(wrong(chain("(B,T,512)", "mha", written, "layer_norm", "(B,T,512)"))) == count


@pytest.mark.parametrize(("written", "count"), [("(B,4H)", 0), ("(B,H)", 1)])
def test_a_layer_may_take_several_values_put_together(written: str, count: int):
    nodes = (
        Node("h", Op("input")),
        Node("x", Op("input")),
        Node("w", Op("linear", (("out", "4*H"),))),
        Node("s", Op("split")),
    )
    edges = (Edge("h", "w", shape="(B,H)"), Edge("x", "w", shape="(B,X)"), Edge("w", "s", shape=written))
    assert len(infer(Graph(nodes, edges)).wrong) == count


@pytest.mark.parametrize(("written", "count"), [("(N,256)", 0), ("(N,384)", 1)])
def test_a_gate_is_as_wide_as_what_it_lets_through(written: str, count: int):
    nodes = tuple(
        Node(name, Op(kind)) for name, kind in (("c", "input"), ("t", "tanh"), ("o", "gate"), ("m", "multiply"))
    )
    edges = (Edge("c", "t", shape="(N,256)"), Edge("t", "m"), Edge("o", "m", shape=written))
    assert len(infer(Graph(nodes, edges)).wrong) == count


@pytest.mark.parametrize(("written", "count"), [("n×n", 0), ("d_k×d_k", 1)])
def test_scores_have_a_row_and_a_column_for_each_position(written: str, count: int):
    assert len(wrong(chain("", "matmul", written, "softmax", ""))) == count

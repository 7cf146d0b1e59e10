"""What a drawing means as a graph: operations, values that pass through, ports, implied joins and gradients."""

from __future__ import annotations

from evalmode.board.drawing import Arrow, Box, Drawing, Frame, Note
from evalmode.board.graph import Graph
from evalmode.board.interpreting import interpret
from evalmode.board.notation import parse_notation
from vocabulary_kit import pack_vocabulary


def drawn(boxes: dict[str, str], *arrows: tuple[str, ...] | Arrow, notes: tuple[Note, ...] = ()) -> Drawing:
    """A drawing of boxes (id → label) and arrows (source, target[, label])."""
    made = [
        arrow
        if isinstance(arrow, Arrow)
        else Arrow(f"a{place}", arrow[0], arrow[1], arrow[2] if len(arrow) > 2 else "")
        for place, arrow in enumerate(arrows)
    ]
    return Drawing(tuple(Box(name, label) for name, label in boxes.items()), tuple(made), notes=notes)


def understood(drawing: Drawing, architecture: str = "") -> Graph:
    return interpret(drawing, pack_vocabulary(), architecture)


def kinds(graph: Graph) -> list[str]:
    return [node.op.kind for node in graph.nodes]


def flows(graph: Graph, kind: str = "data") -> set[tuple[str, str]]:
    """The connections by the kinds of their ends."""
    named = {node.id: node.op.kind for node in graph.nodes}
    return {(named[edge.source], named[edge.target]) for edge in graph.edges if edge.kind == kind}


def test_a_value_in_the_middle_goes_away_and_leaves_its_shape_and_name() -> None:
    graph = understood(drawn({"x": "x", "q": "Linear", "t": "Q (B, T, d)", "s": "softmax"}, "xq", "qt", "ts"))
    assert kinds(graph) == ["input", "linear", "softmax"]
    assert graph.edges[1].shape == "(B, T, d)"
    assert graph.nodes[1].names == ("q",)


def test_values_at_the_ends_are_inputs_and_outputs_whatever_they_are_called() -> None:
    graph = understood(drawn({"a": "an X-ray", "b": "ReLU", "c": "what comes next"}, "ab", "bc"))
    assert kinds(graph) == ["input", "relu", "output"]


def test_one_box_may_name_several_operations() -> None:
    graph = understood(drawn({"x": "x", "b": "Conv 3x3, 64, BN, ReLU", "y": "y"}, "xb", "by"))
    assert kinds(graph) == ["input", "conv", "batch_norm", "relu", "output"]
    assert [node.id for node in graph.nodes[1:4]] == ["b/1", "b/2", "b/3"]
    assert graph.nodes[1].op.params == (("kernel", "3"), ("out", "64"))


def test_a_residual_into_add_and_norm_is_an_addition_before_the_norm() -> None:
    graph = understood(drawn({"x": "x", "m": "MHA", "n": "Add & Norm", "y": "y"}, "xm", "mn", "xn", "ny"))
    assert flows(graph) == {("input", "mha"), ("mha", "add"), ("input", "add"), ("add", "norm"), ("norm", "output")}


def test_a_skip_goes_to_the_addition_inside_a_box() -> None:
    graph = understood(drawn({"x": "x", "m": "LN → MHA → +", "y": "y"}, "xm", ("x", "m", "skip"), "my"))
    assert ("input", "add") in flows(graph)
    assert ("input", "layer_norm") in flows(graph)


def test_an_operation_written_on_an_arrow_is_a_node() -> None:
    graph = understood(drawn({"a": "conv 3x3", "b": "conv 3x3"}, ("a", "b", "maxpool 2×2\n(B, 64, 28, 28)")), "unet")
    assert kinds(graph) == ["conv", "max_pool", "conv"]
    assert graph.edges[-1].shape == "(B, 64, 28, 28)"


def test_the_sizes_of_a_pooled_map_are_no_convolution_on_an_arrow() -> None:
    boxes = {"u": "U", "p": "squeeze: GAP", "f": "FC 256 → 16", "r": "ReLU"}
    graph = understood(drawn(boxes, "up", ("p", "f", "1×1, 256"), ("f", "r", "1×1, 16")), "se-block")
    assert kinds(graph) == ["input", "global_avg_pool", "linear", "relu"]


def test_what_a_note_tells_of_every_convolution_is_put_in_where_no_box_shows_it() -> None:
    boxes = {"a": "1x1, 64", "b": "3x3, 64", "c": "1x1, 256", "y": "y"}
    told = Note("n", "each conv is followed by batch norm;\nrelu after the first two")
    graph = understood(drawn(boxes, "ab", "bc", "cy", notes=(told,)), "resnet-bottleneck")
    told_of = ["conv", "batch_norm", "relu", "conv", "batch_norm", "relu", "conv", "batch_norm", "output"]
    assert kinds(graph) == told_of
    boxes = {"a": "1x1, 64", "n": "BN", "b": "3x3, 64", "y": "y"}
    shown = understood(drawn(boxes, "an", "nb", "by", notes=(Note("n", "BN after each conv"),)), "resnet-bottleneck")
    assert kinds(shown) == ["conv", "batch_norm", "conv", "output"]


def test_a_remark_on_an_arrow_is_no_operation() -> None:
    graph = understood(drawn({"a": "conv 1x1", "b": "ReLU"}, ("a", "b", "cheap: 3x3 works on 64 channels only")))
    assert kinds(graph) == ["conv", "relu"]


def test_a_curved_arrow_into_a_norm_is_an_implied_addition() -> None:
    skip = Arrow("s", "x", "n", curved=True)
    graph = understood(drawn({"x": "x", "f": "FFN", "n": "LayerNorm", "y": "y"}, "xf", "fn", skip, "ny"))
    assert flows(graph) >= {("input", "add"), ("ffn", "add"), ("add", "layer_norm")}


def test_two_arrows_into_a_level_of_a_unet_are_concatenated() -> None:
    boxes = {"e": "DoubleConv 64", "u": "Upsample ×2", "d": "DoubleConv 64", "b": "DoubleConv 128", "p": "MaxPool 2"}
    graph = understood(drawn(boxes, "ep", "pb", "bu", "ud", "ed"), "unet")
    assert ("concat", "conv_block") in flows(graph)


def test_cross_attention_takes_its_arrows_without_an_addition() -> None:
    graph = understood(
        drawn({"e": "Encoder", "d": "LayerNorm", "c": "Cross-Attention"}, ("e", "c", "K, V"), ("d", "c", "Q"))
    )
    assert kinds(graph) == ["encoder", "layer_norm", "mha"]
    assert {edge.port for edge in graph.edges} == {"q", "k,v"}


def test_attention_with_drawn_projections_is_only_its_core() -> None:
    boxes = {"x": "x", "q": "Linear Q", "k": "Linear K", "v": "Linear V", "a": "Multi-Head Attention", "o": "W_O"}
    graph = understood(drawn(boxes, "xq", "xk", "xv", "qa", "ka", "va", "ao"))
    assert "attention" in kinds(graph)
    assert {edge.port for edge in graph.edges if edge.target == "a"} == {"q", "k", "v"}


def test_arrows_called_q_k_and_v_into_attention_in_full_are_projections() -> None:
    boxes = {"x": "x", "s": "QKᵀ/√d_k", "f": "softmax", "m": "· V"}
    graph = understood(drawn(boxes, ("x", "s", "Q"), ("x", "s", "K"), ("x", "m", "V"), "sf", "fm"), "mha")
    assert kinds(graph).count("linear") == 3


def test_a_formula_takes_its_values_by_name() -> None:
    boxes = {"f": "f_t = σ", "c": "c_{t-1}", "i": "i_t = σ", "g": "g = tanh", "n": "c_t = f ⊙ c_{t-1} + i ⊙ g"}
    graph = understood(drawn(boxes, "gn", "in", "cn", "fn"), "lstm-cell")
    products = [node.id for node in graph.nodes if node.op.kind == "multiply"]
    taken = {product: {edge.source for edge in graph.edges if edge.target == product} for product in products}
    assert sorted(map(sorted, taken.values())) == [["c", "f"], ["g", "i"]]


def test_words_for_gradients_make_gradient_arrows() -> None:
    boxes = {"z": "z", "g": "G", "d": "D", "l": "L_G", "r": "real x"}
    graph = understood(drawn(boxes, "zg", "gd", "rd", "dl", ("l", "g", "∇")), "gan")
    assert flows(graph, "gradient") == {("generator_loss", "generator")}


def test_an_unlabelled_arrow_from_a_loss_into_its_network_is_a_gradient() -> None:
    graph = understood(drawn({"z": "z", "g": "G", "d": "D", "l": "G loss"}, "zg", "gd", "dl", "lg"), "gan")
    assert ("generator_loss", "generator") in flows(graph, "gradient")


def test_an_arrow_backwards_in_a_cell_stays_what_it_is() -> None:
    back = Arrow("b", "m", "t", dashed=True)
    graph = understood(drawn({"t": "tanh", "m": "×", "y": "h_t"}, "tm", back, "my"), "lstm-cell")
    assert ("multiply", "tanh") in flows(graph)


def test_detach_on_an_arrow_is_a_node() -> None:
    graph = understood(drawn({"g": "G", "d": "D", "z": "z"}, "zg", ("g", "d", "detach")), "gan")
    assert flows(graph) >= {("generator", "detach"), ("detach", "discriminator")}


def test_the_score_is_not_a_second_discriminator() -> None:
    boxes = {"x": "real x", "d": "Discriminator", "s": "D(x)", "l": "D loss"}
    graph = understood(drawn(boxes, "xd", "ds", "sl"), "gan")
    assert kinds(graph) == ["real_data", "discriminator", "score", "discriminator_loss"]


def test_numbers_in_a_unet_are_levels_unless_convolutions_are_on_its_arrows() -> None:
    levels = understood(drawn({"x": "image", "a": "64", "b": "128"}, "xa", ("a", "b", "↓2")), "unet")
    assert kinds(levels) == ["input", "conv_block", "max_pool", "conv_block"]
    bars = understood(
        drawn({"x": "1", "a": "64", "b": "64", "c": "128"}, ("x", "a", "conv 3x3"), ("a", "b", "conv 3x3"), "bc"),
        "unet",
    )
    assert kinds(bars) == ["input", "conv", "conv", "output"]


def test_boxes_without_arrows_are_words() -> None:
    graph = understood(drawn({"x": "x", "r": "ReLU", "l": "legend: blue = linear"}, "xr"))
    assert kinds(graph) == ["input", "relu"]
    assert "legend: blue = linear" in graph.words


def test_notes_and_frames_are_words_and_a_note_names_its_gate() -> None:
    note = Note("n", "f_t = σ(W_f[h, x] + b_f)", near="s")
    drawing = drawn({"x": "x_t", "s": "σ", "y": "h_t"}, "xs", "sy", notes=(note,))
    framed = Drawing(drawing.boxes, drawing.arrows, (Frame("f", "LSTM cell"),), drawing.notes)
    graph = understood(framed, "lstm-cell")
    assert graph.nodes[1].names == ("f",)
    assert set(graph.words) == {note.text, "LSTM cell"}


def test_what_is_added_in_one_box_comes_from_nowhere_else_unless_drawn() -> None:
    one = understood(drawn({"x": "tokens", "e": "Embedding", "p": "+ positional encoding", "y": "y"}, "xe", "ep", "py"))
    assert kinds(one).count("position_embedding") == 1
    two = understood(
        drawn(
            {"x": "tokens", "e": "Embedding", "s": "sinusoids", "p": "+ positional encoding", "y": "y"},
            "xe",
            "ep",
            "sp",
            "py",
        )
    )
    assert flows(two) >= {("position_embedding", "add"), ("embedding", "add")}
    assert kinds(two).count("position_embedding") == 1


def test_patterns_of_references_are_kept_as_parameters() -> None:
    drawing = parse_notation("x -> LayerNorm | RMSNorm -> Dropout? -> y")
    graph = interpret(drawing, pack_vocabulary(), patterns=True)
    norm, dropout = graph.nodes[1].op, graph.nodes[2].op
    assert (norm.kind, norm.get("alternatives")) == ("layer_norm", "rms_norm")
    assert (dropout.kind, dropout.get("optional")) == ("dropout", "yes")


def test_hints_of_an_exercise_go_before_the_vocabulary() -> None:
    graph = interpret(
        drawn({"x": "x", "b": "Zauber", "y": "y"}, "xb", "by"), pack_vocabulary(), hints={"Zauber": "softmax"}
    )
    assert kinds(graph) == ["input", "softmax", "output"]


def test_what_is_not_understood_stays_unknown_in_the_middle() -> None:
    graph = understood(drawn({"x": "x", "b": "flux capacitor", "y": "y"}, "xb", "by"))
    assert kinds(graph) == ["input", "unknown", "output"]


def test_a_cycle_has_an_order_all_the_same() -> None:
    graph = understood(drawn({"a": "ReLU", "b": "tanh"}, "ab", "ba"))
    assert sorted(kinds(graph)) == ["relu", "tanh"]


def test_nothing_drawn_is_an_empty_graph() -> None:
    assert understood(Drawing()) == Graph()


def test_a_legend_explains_abbreviations_that_nobody_else_uses() -> None:
    legend = Note("n", "QZB = conv 3x3, BN, ReLU")
    graph = understood(drawn({"x": "x", "b": "QZB 64", "y": "y"}, "xb", "by", notes=(legend,)))
    assert kinds(graph) == ["input", "conv", "batch_norm", "relu", "output"]


def test_layers_behind_noise_and_data_are_the_networks_of_a_gan() -> None:
    boxes = {
        "z": "z", "a": "ConvT 100→512", "b": "ConvT 512→3", "t": "tanh", "r": "real x", "c": "Conv 3→128", "l": "LReLU",
        "e": "Conv 128→1", "s": "sigmoid", "o": "D loss",
    }  # fmt: skip
    graph = understood(drawn(boxes, "za", "ab", "bt", "tc", "rc", "cl", "le", "es", "so", ("o", "e", "∇")), "gan")
    assert {"generator", "discriminator", "sigmoid"} <= set(kinds(graph))
    assert ("discriminator_loss", "discriminator") in flows(graph, "gradient")


def test_a_concatenation_that_no_arrow_reaches_has_its_values_from_outside() -> None:
    graph = understood(drawn({"z": "z = [h_{t-1}; x_t]", "s": "σ f"}, "zs"), "lstm-cell")
    assert {node.names for node in graph.nodes if node.op.kind == "input"} == {("h",), ("x",)}


def test_whatever_is_written_between_tensors_happens() -> None:
    boxes = {"x": "x: 16×197×768", "n": "x_norm: 16×197×768", "o": "attn_out: 16×197×768"}
    graph = understood(drawn(boxes, ("x", "n", "layer_norm"), ("n", "o", "MHSA (12 heads)")), "transformer-block")
    assert kinds(graph) == ["input", "layer_norm", "mha", "output"]

"""The text notation: what each line means, and what is said about lines that mean nothing."""

from __future__ import annotations

import pytest

from evalmode.board.notation import NotationError, parse_notation, to_mermaid, write_notation
from evalmode.core.errors import InputError

BLOCK = """\
# pre-norm
x (B, T, d) -> LayerNorm -> MHA h=8 -> + x as y
y -> LayerNorm -> Linear 4d -> GELU -> Linear d -> + y -> out (B, T, d)
"""


def ends(text: str) -> list[tuple[str, str]]:
    return [(arrow.source, arrow.target) for arrow in parse_notation(text).arrows]


def box_labels(text: str) -> list[str]:
    return [box.label for box in parse_notation(text).boxes]


def test_a_transformer_block_in_two_lines():
    drawing = parse_notation(BLOCK)
    assert [box.id for box in drawing.boxes] == [
        "x", "LayerNorm", "MHA h=8", "y", "LayerNorm (2)", "Linear 4d", "GELU", "Linear d", "+", "out",
    ]  # fmt: skip
    assert [(arrow.source, arrow.target) for arrow in drawing.arrows if arrow.curved] == [("x", "y"), ("y", "+")]
    assert drawing.arrows[0].label == "(B, T, d)"
    assert drawing.boxes[-1].label == "out\n(B, T, d)"


def test_the_same_label_twice_is_two_boxes_but_a_name_is_one():
    assert ends("a -> ReLU -> ReLU") == [("a", "ReLU"), ("ReLU", "ReLU (2)")]
    assert ends("a -> ReLU as r\nb -> r") == [("a", "r"), ("b", "r")]


def test_a_dashed_arrow_leads_back_to_what_is_there():
    assert ends("x -> D -> loss ~> D") == [("x", "D"), ("D", "loss"), ("loss", "D")]


def test_at_the_first_place_a_label_means_the_latest_box_with_it():
    assert ends("a -> N -> N\nN -> b")[-1] == ("N (2)", "b")


@pytest.mark.parametrize(
    ("step", "label", "curved"),
    [("+ a", "+", True), ("* a", "*", False), ("⊙ a", "⊙", False), ("concat a", "concat", False), ("+a", "+", True)],
)
def test_a_sign_joins_the_value_so_far_with_another(step: str, label: str, curved: bool):
    drawing = parse_notation(f"a -> b -> {step} -> c")
    assert [box.label for box in drawing.boxes] == ["a", "b", label, "c"]
    assert [(one.source, one.curved) for one in drawing.arrows if one.target == label] == [("b", False), ("a", curved)]


def test_a_join_may_begin_a_chain():
    assert ends("a\nb\nconcat a, b -> Linear") == [("a", "concat"), ("b", "concat"), ("concat", "Linear")]


def test_further_inputs_come_with_their_ports():
    drawing = parse_notation('q\nk\nv\nq -[Q]-> Attention @ k=k, "values, all"=v -> out')
    assert [(arrow.source, arrow.label) for arrow in drawing.arrows] == [
        ("q", "Q"), ("k", "k"), ("v", "values, all"), ("Attention", ""),
    ]  # fmt: skip


def test_an_at_sign_between_values_is_a_product():
    drawing = parse_notation("K\nQ -> @ K -> softmax")
    assert [box.label for box in drawing.boxes] == ["K", "Q", "@", "softmax"]


@pytest.mark.parametrize(
    ("sign", "curved", "dashed"),
    [
        ("->", False, False),
        ("=>", True, False),
        ("~>", False, True),
        ("~~>", True, True),
        ("→", False, False),
        ("-->", False, False),
    ],
)
def test_arrows_are_plain_curved_or_dashed(sign: str, curved: bool, dashed: bool):
    for text in (f"a {sign} b", f"a{sign}b"):
        (arrow,) = parse_notation(text).arrows
        assert (arrow.curved, arrow.dashed) == (curved, dashed)


def test_an_arrow_inside_a_label_needs_no_quotation():
    assert box_labels("x -> Linear d->4d -> y") == ["x", "Linear d->4d", "y"]


@pytest.mark.parametrize(
    "shape",
    [
        "(B, T, d)",
        "[B,C,H/2,W/2]",
        "(B×3×224×224)",
        "[B]",
        "(1,)",
        "()",
        "(B, h, T, d_k)",
        "(2·C, H//2)",
        "(64, 56, 56)",
    ],
)
def test_a_shape_after_a_step_labels_the_arrow_that_leaves_it(shape: str):
    drawing = parse_notation(f"x -> Linear {shape} -> y")
    assert drawing.boxes[1].label == "Linear"
    assert drawing.arrows[1].label == shape


@pytest.mark.parametrize(
    "label",
    [
        "MHA (h=8)",
        "Conv (3×3)",
        "Conv (64, s2)",
        "add [CLS]",
        "Pool (1, 1)",
        "Norm (as in ViT)",
        "FFN (two layers, wide one)",
    ],
)
def test_other_brackets_belong_to_the_label(label: str):
    assert box_labels(f"x -> {label} -> y")[1] == label


def test_a_shape_at_the_end_waits_for_the_arrow_that_leaves_later():
    drawing = parse_notation("c (B, H)\nx -> f -> * c")
    assert [arrow.label for arrow in drawing.arrows] == ["", "", "(B, H)"]


def test_quotation_marks_always_make_a_new_box():
    drawing = parse_notation('x -> y\n"x" -> "a -> b\\n\\"c\\"" (B, T) as z -> w')
    assert [box.label for box in drawing.boxes] == ["x", "y", "x", 'a -> b\n"c"', "w"]
    assert (drawing.boxes[3].id, drawing.arrows[-1].label) == ("z", "(B, T)")


def test_chains_go_on_over_lines_and_comments():
    assert ends("a -> # first\n  b\n  -> c  # last") == [("a", "b"), ("b", "c")]


def test_frames_hold_boxes_and_frames():
    drawing = parse_notation('x\nframe "Encoder" x6 {\n  x -> A\n  frame inner {\n    A -> B\n  }\n}\nB -> y')
    assert [(frame.label, frame.members) for frame in drawing.frames] == [("Encoder x6", ("A", "B")), ("inner", ("B",))]
    assert {box.label: box.frame for box in drawing.boxes} == {
        "x": "", "A": "frame Encoder x6", "B": "frame inner", "y": "",
    }  # fmt: skip
    assert drawing.frames[1].frame == "frame Encoder x6"


def test_notes_stand_alone_or_beside_something():
    drawing = parse_notation(
        'x -> A as a\nframe F {\n}\nnote: one\nnote @ a: two: three\nnote @ x -> a: "four\\nfive"\nnote @ F: six'
    )
    assert [(note.text, note.near) for note in drawing.notes] == [
        ("one", ""), ("two: three", "a"), ("four\nfive", "x -> a"), ("six", "frame F"),
    ]  # fmt: skip


def test_patterns_of_references_stay_in_their_labels():
    assert box_labels("x -> LayerNorm | RMSNorm -> Dropout? -> y") == ["x", "LayerNorm | RMSNorm", "Dropout?", "y"]


@pytest.mark.parametrize(
    ("text", "line", "column", "says"),
    [
        ("x -> A -> + z", 1, 11, "Nothing above is called “z”"),
        ("x\n\ny -> concat x, q", 3, 6, "Nothing above is called “q”"),
        ("x -> Attention @ k=keys", 1, 6, "Nothing above is called “keys”"),
        ("x ->", 1, 3, "leads nowhere"),
        ("-> x", 1, 1, "a step on either side"),
        ("x -> -> y", 1, 6, "a step on either side"),
        ('x -> "y', 1, 6, "no partner"),
        ('x -> "y" z', 1, 6, "means nothing there"),
        ("frame A {\nx -> y", 1, 1, "never closed"),
        ("x\n}", 2, 1, "closes nothing"),
        ("x as a\ny as a", 2, 1, "Two boxes"),
        ("frame a {\n" * 40, 32, 1, "too many"),
        ("note @ q: hello", 1, 1, "nothing is called so"),
    ],
)
def test_errors_say_where_and_what(text: str, line: int, column: int, says: str):
    with pytest.raises(NotationError, match=says) as error:
        parse_notation(text)
    assert (error.value.line, error.value.column) == (line, column)
    assert error.value.hint


def test_what_is_no_name_after_a_sign_is_a_label():
    assert box_labels("x -> * α/r -> + 1e-5") == ["x", "* α/r", "+ 1e-5"]


def test_a_text_without_end_is_refused():
    with pytest.raises(InputError, match="at most"):
        parse_notation("x -> y\n" * 100_000)


def test_writing_gives_the_text_one_would_write():
    text = write_notation(parse_notation(BLOCK))
    assert text == (
        "x (B, T, d) -> LayerNorm -> MHA h=8 -> + x as y -> LayerNorm -> Linear 4d -> GELU -> Linear d -> + y\n"
        "    -> out (B, T, d)\n"
    )


def test_mermaid_keeps_frames_labels_and_dashes():
    text = to_mermaid(parse_notation('x (B, T) -> "a\\n<b>" as a\nframe F {\n  a -> +\n}\na ~> x\nnote: hi'))
    assert text == (
        "flowchart TD\n"
        '  n1["x"]\n  n2["a<br/>#60;b#62;"]\n'
        '  subgraph f1["F"]\n    n3(("+"))\n  end\n'
        '  n1 -->|"(B, T)"| n2\n  n2 --> n3\n  n2 -.-> n1\n'
        "  %% hi\n"
    )

"""To what words belong, and what is drawn around boxes."""

from __future__ import annotations

import pytest

from evalmode.board.drawing import Correction
from scene_kit import arrow, box, line, pairs, pen, read, shape, text

A, B, C = box("a", "A", 0, 0), box("b", "B", 0, 150), box("c", "C", 0, 300)
DOWN = arrow("r", (80, 54), (80, 146), start="a", end="b")
FURTHER = arrow("s", (80, 204), (80, 296), start="b", end="c")


def labels(drawing):
    return {made.id: made.label for made in drawing.arrows}


def test_words_bound_to_an_arrow_label_it():
    assert labels(read(A, B, DOWN, text("t", "(B, T, d)", 20, 90, containerId="r"))) == {"r": "(B, T, d)"}


def test_free_words_beside_an_arrow_label_the_nearest():
    words = [text("t", "(B, T, d)", 90, 88), text("u", "[B, C]", 95, 240)]
    drawing = read(A, B, C, DOWN, FURTHER, words)
    assert labels(drawing) == {"r": "(B, T, d)", "s": "[B, C]"}
    assert drawing.arrows[0].elements == ("r", "t")


def test_a_shape_at_some_distance_labels_the_arrow_on_its_height():
    assert labels(read(A, B, DOWN, text("t", "(batch size, emb dim)", 190, 88))) == {"r": "(batch size, emb dim)"}


def test_a_long_text_is_a_note_beside_what_it_stands_next_to():
    prose = "without this path the gradient would have to go through every layer of the block"
    drawing = read(A, B, DOWN, text("t", prose, 175, 10))
    assert labels(drawing) == {"r": ""}
    (note,) = drawing.notes
    assert (note.text, note.near) == (prose, "a")


def test_an_equation_beside_a_box_is_a_note_and_no_label():
    drawing = read(A, B, DOWN, text("t", "y = F(x) + x", 170, 165))
    assert [(note.text, note.near) for note in drawing.notes] == [("y = F(x) + x", "b")]


def test_a_title_stands_alone():
    (note,) = read(A, B, DOWN, text("t", "Transformer block", -20, -200, fontSize=36)).notes
    assert note.near == ""


def test_words_laid_over_a_box_are_its_words():
    drawing = read(shape("a", 0, 0), text("t", "LayerNorm", 20, 12), B, DOWN)
    assert pairs(drawing) == {("LayerNorm", "B")}
    assert set(drawing.boxes[0].elements) == {"a", "t"}


def test_a_second_line_laid_into_a_box_follows_its_first():
    drawing = read(A, text("t", "(B, T, d)", 20, 30), B, DOWN)
    assert drawing.boxes[0].label.split("\n") == ["A", "(B, T, d)"]


def test_a_box_without_words_takes_its_caption():
    assert pairs(read(shape("a", 0, 0), text("t", "64", 70, -28), B, DOWN)) == {("64", "B")}


def test_a_plus_made_of_strokes_is_a_box_that_says_plus():
    circle = shape("o", 60, 160, w=40, h=40, kind="ellipse")
    cross = [line("h", (68, 180), (92, 180)), line("v", (80, 168), (80, 192))]
    drawing = read(A, circle, cross, arrow("r", (80, 54), (80, 158)), C, arrow("s", (80, 202), (80, 296)))
    assert pairs(drawing) == {("A", "+"), ("+", "C")}
    plus = next(made for made in drawing.boxes if made.label == "+")
    assert set(plus.elements) == {"o", "h", "v"}
    assert not drawing.unread


@pytest.mark.parametrize(
    ("strokes", "sign"),
    [
        ([line("h", (66, 166), (94, 194)), line("v", (94, 166), (66, 194))], "×"),
        ([pen("h", (66, 180), (80, 181), (94, 180)), pen("v", (80, 166), (81, 180), (80, 194))], "+"),
        ([shape("dot", 76, 176, w=8, h=8, kind="ellipse")], "⊙"),
    ],
)
def test_other_signs_made_of_strokes(strokes, sign):
    circle = shape("o", 60, 160, w=40, h=40, kind="ellipse")
    assert pairs(read(A, circle, strokes, arrow("r", (80, 54), (80, 158)))) == {("A", sign)}


def test_a_plus_without_a_circle_is_a_box_too():
    cross = [line("h", (64, 180), (96, 180)), line("v", (80, 164), (80, 196))]
    drawing = read(A, cross, arrow("r", (80, 54), (80, 158)))
    assert pairs(drawing) == {("A", "+")}
    assert drawing.boxes[1].form == "strokes"


def test_a_plus_is_found_among_hundreds_of_scribbles():
    cross = [line("h", (64, 180), (96, 180)), line("v", (80, 164), (80, 196))]
    scribbles = [pen(f"p{n}", (60, 160 + n / 9), (99, 199), (62, 170), (98, 165), (70, 198)) for n in range(300)]
    assert pairs(read(A, scribbles, cross, arrow("r", (80, 54), (80, 158)))) == {("A", "+")}


def test_a_trapezium_of_lines_is_a_box():
    outline = line("t", (0, 150), (160, 150), (130, 200), (30, 200), (0, 150))
    drawing = read(A, outline, text("u", "Encoder", 45, 162), arrow("r", (80, 54), (80, 146)))
    assert pairs(drawing) == {("A", "Encoder")}
    assert drawing.boxes[1].form == "strokes"


def test_an_outer_box_is_a_frame_with_its_caption():
    outer = shape("outer", -40, -60, w=240, h=300)
    drawing = read(outer, text("t", "Encoder", -30, -52), text("n", "N×", 205, 80), A, B, DOWN)
    (frame,) = drawing.frames
    assert frame.label.split("\n") == ["Encoder", "N×"]
    assert set(frame.members) == {"a", "b"}
    assert {made.frame for made in drawing.boxes} == {"outer"}


def test_an_arrow_to_an_outer_box_goes_on_to_the_box_in_it():
    outer = shape("outer", -40, 120, w=240, h=260)
    into = arrow("r", (80, 54), (80, 118), start="a", end="outer")
    out = arrow("u", (80, 384), (80, 436), start="outer")
    drawing = read(A, outer, B, C, FURTHER, into, out, box("d", "D", 0, 440))
    assert pairs(drawing) == {("A", "B"), ("B", "C"), ("C", "D")}


def test_frames_nest():
    inner, outer = shape("inner", -20, -20, w=200, h=100), shape("outer", -40, -60, w=240, h=300)
    drawing = read(outer, inner, A, B, DOWN)
    assert [(frame.id, frame.frame) for frame in drawing.frames] == [("outer", ""), ("inner", "outer")]
    assert {made.id: made.frame for made in drawing.boxes} == {"a": "inner", "b": "outer"}


def test_a_frame_of_excalidraw_keeps_its_name():
    drawing = read(shape("f", -40, -60, w=240, h=300, kind="frame") | {"name": "Encoder"}, A, B, DOWN)
    assert [frame.label for frame in drawing.frames] == ["Encoder"]


def test_a_bracket_beside_boxes_is_a_frame_with_its_repeats():
    bracket = line("k", (200, 0), (215, 0), (215, 200), (200, 200))
    drawing = read(A, B, DOWN, bracket, text("n", "× 6", 225, 90))
    (frame,) = drawing.frames
    assert (frame.label, set(frame.members)) == ("× 6", {"a", "b"})
    assert not drawing.unread


def test_a_line_that_ties_words_to_a_box_makes_a_note():
    tie = line("tie", (164, 25), (250, 30))
    drawing = read(A, B, DOWN, text("t", "splits into heads, each attends", 255, 18), tie)
    assert pairs(drawing) == {("A", "B")}
    (note,) = drawing.notes
    assert (note.near, note.elements) == ("a", ("t", "tie"))


def test_a_legend_says_what_colours_mean():
    red, blue = {"strokeColor": "#e03131"}, {"strokeColor": "#1971c2"}
    strokes = [arrow("r", (80, 54), (80, 146), **red), arrow("s", (80, 204), (80, 296), **blue)]
    key = [arrow("k", (400, 500), (450, 500), **red), text("kt", "max pool 2×2", 456, 488)]
    key += [arrow("l", (400, 540), (450, 540), **blue), text("lt", "conv 3×3", 456, 528)]
    drawing = read(A, B, C, strokes, key, text("t", "(B, C)", 90, 88))
    assert labels(drawing) == {"r": "max pool 2×2\n(B, C)", "s": "conv 3×3"}
    assert not drawing.unread


def test_what_is_deleted_is_not_read():
    drawing = read(A, B, DOWN, [part | {"isDeleted": True} for part in (*C, FURTHER)])
    assert {made.id for made in drawing.boxes} == {"a", "b"}
    assert not drawing.unread


def test_scribbles_and_pictures_are_told_as_unread():
    scribble = pen("p", (400, 0), (450, 40), (420, 10), (470, 60))
    drawing = read(A, B, DOWN, scribble, shape("i", 500, 500, kind="image"))
    assert {unread.id: unread.what for unread in drawing.unread} == {"p": "scribble", "i": "image"}
    assert {made.id for made in drawing.boxes} == {"a", "b"}


def test_every_element_that_was_read_can_be_shown():
    tie = line("tie", (164, 25), (250, 30))
    note = text("n", "splits into heads, each attends", 255, 18)
    drawing = read(A, B, C, DOWN, FURTHER, text("t", "(B, T, d)", 90, 88), tie, note)
    parts = (*drawing.boxes, *drawing.arrows, *drawing.frames, *drawing.notes, *drawing.unread)
    shown = [element for part in parts for element in part.elements]
    assert sorted(shown) == sorted(["a", "a.text", "b", "b.text", "c", "c.text", "r", "s", "t", "tie", "n"])


def test_colours_are_the_fill_else_the_stroke_and_empty_by_default():
    filled = box("f", "F", 300, 0, backgroundColor="#ffc9c9", strokeColor="#e03131")
    drawing = read(A, filled, box("g", "G", 600, 0, strokeColor="#e03131"))
    assert {made.label: made.colour for made in drawing.boxes} == {"A": "", "F": "#ffc9c9", "G": "#e03131"}


def test_line_breaks_that_only_wrap_are_undone():
    wrapped = text("t", "sigmoid(x) -\nlog y", 20, 10) | {"originalText": "sigmoid(x) - log y"}
    assert pairs(read(shape("a", 0, 0), wrapped, B, DOWN)) == {("sigmoid(x) - log y", "B")}


def test_ids_may_look_like_branches_of_each_other():
    names = [*box("a#2", "Two", 300, 0), *box("b#2", "Three", 300, 150)]
    strokes = [DOWN, arrow("r#2", (380, 54), (380, 146)), text("t", "(B, T)", 300, 90, containerId="r#2")]
    forks = [
        line("stem", (80, 204), (80, 250)),
        arrow("arm", (80, 250), (80, 296)),
        arrow("arm#2", (80, 250), (380, 204)),
    ]
    drawing = read(A, B, C, names, strokes, forks)
    assert pairs(drawing) == {("A", "B"), ("Two", "Three"), ("B", "C"), ("B", "Three")}
    assert labels(drawing)["r#2"] == "(B, T)"
    assert labels(drawing)["r"] == ""


def test_sockets_at_the_edge_of_a_box_name_what_enters_it():
    attention = [*box("mha", "Attention", 0, 150, w=300, h=120)]
    sockets = [part for n, name in enumerate("QKV") for part in box(name, name, 20 + 100 * n, 235, w=40, h=30)]
    into = [arrow(f"to{name}", (40 + 100 * n, 340), (40 + 100 * n, 268)) for n, name in enumerate("QKV")]
    out = arrow("out", (150, 148), (150, 54), start="mha")
    drawing = read(box("y", "y", 70, 0), attention, sockets, box("x", "x", 0, 345, w=300), into, out)
    assert pairs(drawing) == {("x", "Attention"), ("Attention", "y")}
    assert labels(drawing) == {"toQ": "Q", "toK": "K", "toV": "V", "out": ""}
    assert not drawing.frames


def test_an_empty_frame_of_excalidraw_that_arrows_meet_is_a_box():
    frame = shape("f", 0, 300, w=160, h=80, kind="frame") | {"name": "Decoder"}
    assert pairs(read(B, frame, arrow("s", (80, 204), (80, 296), start="b", end="f"))) == {("B", "Decoder")}


def test_a_sentence_with_an_arrow_to_a_box_is_a_note_and_no_input():
    remark = text("t", "normalises over the features of each token by itself", 300, 160)
    drawing = read(A, B, DOWN, remark, arrow("n", (296, 172), (166, 174)))
    assert pairs(drawing) == {("A", "B")}
    assert [(note.text, note.near, note.elements) for note in drawing.notes] == [(remark["text"], "b", ("t", "n"))]
    told = read(A, B, DOWN, remark, arrow("n", (296, 172), (166, 174)), corrections=[Correction("n", "target", "b")])
    assert pairs(told) == {("A", "B"), (remark["text"], "B")}


def test_an_equation_that_an_arrow_leads_to_is_a_box():
    loss = text("t", "L_D = log D of real samples plus log one minus D of fake ones", 300, 10)
    assert len(read(A, B, DOWN, loss, arrow("n", (164, 22), (296, 22), start="a")).arrows) == 2


def test_a_few_words_that_point_at_a_box_with_a_dotted_arrow_are_a_note():
    remark = text("t", "no ReLU here!\n(linear bottleneck)", 300, 160)
    pointing = arrow("n", (296, 172), (166, 174), strokeStyle="dotted")
    drawing = read(A, B, DOWN, remark, pointing)
    assert pairs(drawing) == {("A", "B")}
    assert [(note.text, note.near) for note in drawing.notes] == [(remark["text"], "b")]
    feeding = read(A, B, DOWN, text("t", "hidden state", 300, 160), pointing)
    assert pairs(feeding) == {("A", "B"), ("hidden state", "B")}

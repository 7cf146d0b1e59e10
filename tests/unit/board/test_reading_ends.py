"""What arrows connect: by bindings, by where they end, by other arrows they meet."""

from __future__ import annotations

import pytest

from scene_kit import arrow, box, line, pairs, read, shape, text

A, B, C = box("a", "A", 0, 0), box("b", "B", 0, 150), box("c", "C", 0, 300)


def test_bindings_are_believed_in_their_old_and_new_form():
    old = arrow("r", (80, 54), (80, 146), start="a", end="b")
    new = old | {"startBinding": {"elementId": "a", "fixedPoint": [0.5, 1], "mode": "orbit"}}
    for stroke in (old, new):
        drawing = read(A, B, stroke)
        assert pairs(drawing) == {("A", "B")}
        assert drawing.arrows[0].origin == "bound"


def test_an_end_without_a_binding_is_at_the_box_it_stands_at_or_points_to():
    drawing = read(A, B, arrow("r", (90, 60), (85, 120), start="a"))
    assert pairs(drawing) == {("A", "B")}
    assert drawing.arrows[0].origin == "nearby"


def test_a_binding_to_what_is_deleted_is_read_from_its_place():
    gone = shape("gone", 500, 500, isDeleted=True)
    assert pairs(read(A, B, gone, arrow("r", (80, 55), (80, 145), start="gone", end="b"))) == {("A", "B")}


def test_a_stale_binding_far_from_its_box_gives_way_to_the_box_that_is_met():
    far = box("far", "Far", 2000, 0)
    assert pairs(read(A, B, far, arrow("r", (80, 52), (80, 148), start="far", end="b"))) == {("A", "B")}


def test_an_arrow_that_meets_nothing_is_unread_and_told_so():
    drawing = read(A, B, arrow("r", (80, 52), (600, 400), start="a"))
    assert not drawing.arrows
    (unread,) = drawing.unread
    assert (unread.id, unread.what) == ("r", "arrow")
    assert "reaches no box" in unread.says


def test_a_head_at_the_start_turns_an_arrow_round_and_two_heads_make_two():
    backwards = arrow("r", (80, 54), (80, 146), startArrowhead="arrow", endArrowhead=None)
    assert pairs(read(A, B, backwards)) == {("B", "A")}
    both = arrow("r", (80, 54), (80, 146), startArrowhead="triangle", endArrowhead="arrow")
    assert pairs(read(A, B, both)) == {("A", "B"), ("B", "A")}
    dotted = arrow("r", (80, 54), (80, 146), startArrowhead="dot", endArrowhead="arrow")
    assert pairs(read(A, B, dotted)) == {("A", "B")}


def test_a_skip_that_starts_on_an_arrow_has_that_arrows_source():
    skip = arrow("skip", (80, 100), (250, 100), (250, 325), (164, 325))
    drawing = read(A, B, C, arrow("r", (80, 54), (80, 146)), arrow("s", (80, 204), (80, 296)), skip)
    assert pairs(drawing) == {("A", "B"), ("B", "C"), ("A", "C")}
    curved = {made.id: made.curved for made in drawing.arrows}
    assert curved == {"r": False, "s": False, "skip": True}


def test_branches_that_begin_at_one_place_of_an_arrow_all_leave_its_source():
    d = box("d", "D", 300, 150)
    one = arrow("one", (80, 100), (300, 100), (300, 146))
    two = arrow("two", (80, 100), (250, 100), (250, 325), (164, 325))
    assert pairs(read(A, B, C, d, arrow("r", (80, 54), (80, 146)), one, two)) == {("A", "B"), ("A", "D"), ("A", "C")}


def test_an_arrow_that_ends_on_another_goes_where_that_goes():
    side = box("side", "Side", 300, 50)
    joins = arrow("joins", (300, 100), (84, 100))
    assert pairs(read(A, B, side, arrow("r", (80, 54), (80, 146)), joins)) == {("A", "B"), ("Side", "B")}


def test_a_course_drawn_in_pieces_is_one_arrow():
    first = line("first", (160, 25), (250, 25))
    second = arrow("second", (250, 27), (250, 175), (164, 175))
    drawing = read(A, B, first, second)
    assert pairs(drawing) == {("A", "B")}
    assert set(drawing.arrows[0].elements) == {"first", "second"}
    assert drawing.arrows[0].origin == "joined"


def test_a_line_that_forks_is_several_arrows():
    left, right = box("l", "L", -200, 300), box("r", "R", 200, 300)
    stem = line("stem", (80, 54), (80, 200))
    arms = [arrow("one", (80, 200), (-120, 296)), arrow("two", (80, 200), (280, 296))]
    assert pairs(read(A, left, right, stem, arms)) == {("A", "L"), ("A", "R")}


@pytest.mark.parametrize("up", [True, False])
def test_lines_without_heads_go_with_the_flow(up):
    head = arrow("r", (80, 54), (80, 146)) if not up else arrow("r", (80, 146), (80, 54))
    plain = line("plain", (80, 296), (80, 204))
    expected = {("B", "A"), ("C", "B")} if up else {("A", "B"), ("B", "C")}
    drawing = read(A, B, C, head, plain)
    assert pairs(drawing) == expected
    assert {made.id: made.headless for made in drawing.arrows} == {"r": False, "plain": True}
    assert drawing.flow == ("up" if up else "down")


def test_a_drawing_without_any_head_flows_from_its_input():
    words = [box("a", "softmax", 0, 0), box("b", "hidden", 0, 150), box("c", "input x", 0, 300)]
    drawing = read(*words, line("r", (80, 54), (80, 146)), line("s", (80, 204), (80, 296)))
    assert pairs(drawing) == {("input x", "hidden"), ("hidden", "softmax")}


def test_a_line_that_arrows_reach_and_leave_along_its_way_carries_the_value_to_all():
    rail = line("rail", (-100, 200), (400, 200))
    source = box("s", "S", 70, 0)
    left, right = box("l", "L", -80, 330), box("q", "Q", 220, 330)
    up = arrow("up", (150, 54), (150, 197), start="s")
    down = [arrow("d1", (0, 202), (0, 328), end="l"), arrow("d2", (300, 202), (300, 328), end="q")]
    drawing = read(source, left, right, rail, up, *down)
    assert pairs(drawing) == {("S", "L"), ("S", "Q")}
    assert not drawing.unread


def test_a_loop_back_to_its_own_box_is_kept():
    loop = arrow("r", (164, 15), (260, 0), (260, 60), (164, 40), start="a", end="a")
    assert pairs(read(A, loop)) == {("A", "A")}


def test_a_short_straight_arrow_bound_twice_to_one_box_comes_from_the_other():
    assert pairs(read(A, B, arrow("r", (80, 56), (80, 146), start="b", end="b"))) == {("A", "B")}


def test_words_alone_may_be_a_box():
    drawing = read(text("x", "x (B, T, d)", 30, -90), A, arrow("r", (80, -60), (80, -4)))
    assert pairs(drawing) == {("x (B, T, d)", "A")}
    assert drawing.boxes[0].form == "text"


def test_boxes_that_touch_along_the_flow_are_connected():
    stack = [box("b", "B", 0, 150), box("c", "C", 0, 200), box("d", "D", 0, 330)]
    strokes = [arrow("r", (80, 54), (80, 146)), arrow("s", (80, 254), (80, 326))]
    drawing = read(A, *stack, *strokes)
    assert pairs(drawing) == {("A", "B"), ("B", "C"), ("C", "D")}
    apart = read(A, box("b", "B", 0, 150), box("c", "C", 0, 240), arrow("r", (80, 54), (80, 146)))
    assert pairs(apart) == {("A", "B")}


def test_a_line_drawn_through_boxes_connects_them_one_by_one():
    signs = [shape("times", 280, 5, w=40, h=40, kind="ellipse"), text("x", "×", 295, 12, containerId="times")]
    signs += [shape("plus", 480, 5, w=40, h=40, kind="ellipse"), text("p", "+", 495, 12, containerId="plus")]
    last, tanh = box("last", "Last", 700, 0), box("tanh", "tanh", 540, 150)
    state = arrow("state", (164, 25), (696, 25), start="a", end="last")
    branch = arrow("branch", (620, 25), (620, 146))
    drawing = read(A, signs, last, tanh, state, branch, text("t", "(B, H)", 355, 20, containerId="state"))
    assert pairs(drawing) == {("A", "×"), ("×", "+"), ("+", "Last"), ("+", "tanh")}
    assert {made.elements[0] for made in drawing.arrows if made.id.startswith("state")} == {"state"}
    assert next(made.target for made in drawing.arrows if made.label == "(B, H)") == "plus"


def test_a_line_behind_a_box_with_arrows_of_its_own_passes_it():
    beside = box("side", "Side", 300, 150)
    skip = arrow("skip", (80, 204), (80, 296), start="b", end="c")
    through = arrow("through", (80, 54), (80, 296), start="a", end="c")
    inward = arrow("in", (296, 175), (164, 175))
    assert pairs(read(A, B, C, beside, skip, inward, through)) == {("B", "C"), ("Side", "B"), ("A", "C")}


def test_a_dot_on_an_arrow_marks_where_another_leaves_it():
    dot = shape("dot", 76, 96, w=8, h=8, kind="ellipse", backgroundColor="#1e1e1e")
    skip = arrow("skip", (80, 100), (250, 100), (250, 325), (164, 325))
    strokes = [arrow("r", (80, 54), (80, 146)), arrow("s", (80, 204), (80, 296))]
    drawing = read(A, B, C, dot, skip, strokes)
    assert pairs(drawing) == {("A", "dot"), ("dot", "B"), ("dot", "C"), ("B", "C")}
    assert next(made.form for made in drawing.boxes if made.id == "dot") == "joint"

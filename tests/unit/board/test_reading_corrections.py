"""What a person says about a reading is heeded."""

from __future__ import annotations

from evalmode.board.drawing import Correction
from scene_kit import arrow, box, pairs, read, shape, text

A, B, C = box("a", "A", 0, 0), box("b", "B", 0, 150), box("c", "C", 0, 300)
DOWN = arrow("r", (80, 54), (80, 146), start="a", end="b")


def test_an_arrow_gets_another_target():
    drawing = read(A, B, C, DOWN, corrections=[Correction("r", "target", "c")])
    assert pairs(drawing) == {("A", "C")}
    assert drawing.arrows[0].origin == "corrected"


def test_an_arrow_gets_another_source_by_the_words_of_a_box():
    assert pairs(read(A, B, C, DOWN, corrections=[Correction("r", "source", "c.text")])) == {("C", "B")}


def test_an_unread_arrow_is_read_once_its_end_is_told():
    loose = arrow("r", (80, 54), (600, 90), start="a")
    assert read(A, B, loose).unread
    drawing = read(A, B, loose, corrections=[Correction("r", "target", "b")])
    assert pairs(drawing) == {("A", "B")}
    assert not drawing.unread


def test_an_end_told_to_be_on_an_arrow_is_that_arrows():
    side = arrow("side", (500, 500), (164, 325), end="c")
    drawing = read(A, B, C, DOWN, side, corrections=[Correction("side", "source", "r")])
    assert pairs(drawing) == {("A", "B"), ("A", "C")}


def test_an_arrow_is_turned_round_and_back():
    turn = Correction("r", "reverse")
    assert pairs(read(A, B, DOWN, corrections=[turn])) == {("B", "A")}
    assert pairs(read(A, B, DOWN, corrections=[turn, turn])) == {("A", "B")}


def test_corrections_are_heeded_in_their_order():
    told = [Correction("r", "reverse"), Correction("r", "target", "c")]
    assert pairs(read(A, B, C, DOWN, corrections=told)) == {("B", "C")}


def test_an_arrow_that_means_nothing_is_left_out():
    drawing = read(A, B, DOWN, corrections=[Correction("r", "note")])
    assert not drawing.arrows
    assert not drawing.unread


def test_words_are_given_to_an_arrow_a_box_or_a_frame():
    outer = shape("outer", -40, -60, w=240, h=300)
    words = text("t", "what is this", 600, 600)
    parts = (outer, A, B, DOWN, words)
    assert read(*parts).notes[0].text == "what is this"
    assert read(*parts, corrections=[Correction("t", "label", "r")]).arrows[0].label == "what is this"
    labels = [made.label for made in read(*parts, corrections=[Correction("t", "label", "b")]).boxes]
    assert labels == ["A", "B\nwhat is this"]
    assert read(*parts, corrections=[Correction("t", "label", "outer")]).frames[0].label == "what is this"


def test_a_label_is_made_a_note():
    words = text("t", "(B, T, d)", 90, 88)
    drawing = read(A, B, DOWN, words, corrections=[Correction("t", "note")])
    assert drawing.arrows[0].label == ""
    assert [note.text for note in drawing.notes] == ["(B, T, d)"]


def test_words_that_were_taken_for_a_box_are_made_a_label():
    words = text("t", "skip", 300, 90)
    stroke = arrow("r", (80, 54), (298, 102), start="a")
    assert pairs(read(A, B, words, stroke)) == {("A", "skip")}
    told = [Correction("t", "label", "r"), Correction("r", "target", "b")]
    drawing = read(A, B, words, stroke, corrections=told)
    assert pairs(drawing) == {("A", "B")}
    assert drawing.arrows[0].label == "skip"


def test_one_branch_of_a_fork_is_corrected_by_itself():
    stem = arrow("stem", (80, 54), (80, 140), endArrowhead=None)
    into = [arrow("one", (80, 140), (20, 296)), arrow("two", (80, 140), (140, 296))]
    d = box("d", "D", 300, 150)
    drawing = read(A, C, d, stem, into, corrections=[Correction("two", "target", "d")])
    assert pairs(drawing) == {("A", "C"), ("A", "D")}


def test_corrections_of_what_is_gone_are_passed_over():
    told = [Correction("gone", "target", "b"), Correction("r", "target", "gone"), Correction("gone", "note")]
    assert pairs(read(A, B, DOWN, corrections=told)) == {("A", "B")}

"""What is said about a drawing as a whole: verdicts, scores, readings, hints, and drawings of nothing."""

from __future__ import annotations

import dataclasses
import json

from board_kit import architecture, check

from evalmode.board.check import check_drawing, hint_for
from evalmode.board.drawing import Arrow, Box, Drawing, Unread
from evalmode.board.notation import parse_notation

RIGHT = "x -> LayerNorm -> MHA -> + x as y\ny -> LayerNorm -> FFN -> + y -> out"
NO_RESIDUAL = "x -> LayerNorm -> MHA as y\ny -> LayerNorm -> FFN -> + y -> out"


def test_an_empty_canvas_cannot_be_judged() -> None:
    result = check_drawing(architecture("unet"), Drawing())
    assert (result.verdict, result.score) == ("unreadable", 0.0)
    assert result.findings[0].kind == "nothing-here"
    assert "empty" in result.message


def test_boxes_without_arrows_cannot_be_judged() -> None:
    result = check_drawing(architecture("unet"), Drawing((Box("a", "DoubleConv"), Box("b", "MaxPool"))))
    assert result.verdict == "unreadable"
    assert "arrows" in result.message


def test_a_drawing_of_something_else_is_told_so() -> None:
    result = check("lstm-cell", "flour -> oven -> bread")
    assert result.verdict == "unreadable"


def test_a_drawing_in_unknown_words_is_not_judged() -> None:
    result = check("transformer-block", "x -> frobnicate -> defenestrate -> quux -> zork -> y")
    assert result.verdict == "unreadable"
    assert [one.what for one in result.unread].count("box") >= 3


def test_arrows_that_were_not_read_do_not_make_it_wrong() -> None:
    drawing = parse_notation(RIGHT)
    lost = Drawing(drawing.boxes, drawing.arrows, unread=(Unread("e1", "arrow", "This arrow ends nowhere.", ("e1",)),))
    result = check_drawing(architecture("transformer-block"), lost)
    assert result.verdict == "right"
    assert [one.id for one in result.unread] == ["e1"]


def test_mostly_unread_arrows_are_unreadable() -> None:
    boxes = (Box("a", "LayerNorm"), Box("b", "MHA"))
    unread = tuple(Unread(f"e{n}", "arrow", "This arrow ends nowhere.") for n in range(5))
    result = check_drawing(architecture("transformer-block"), Drawing(boxes, (Arrow("r", "a", "b"),), unread=unread))
    assert result.verdict == "unreadable"


def test_a_wrong_drawing_keeps_most_of_its_credit() -> None:
    result = check("transformer-block", NO_RESIDUAL)
    assert result.verdict == "wrong"
    assert 0.5 < result.score < 1.0
    assert result.message == result.findings[0].message
    assert result.variant == "Pre-norm block"


def test_the_more_is_missing_the_lower_the_score() -> None:
    less = check("transformer-block", "x -> LayerNorm -> MHA -> FFN -> out")
    assert less.score < check("transformer-block", NO_RESIDUAL).score


def test_everything_is_read_out_and_serialises() -> None:
    result = check("transformer-block", RIGHT)
    means = {one.id: one.means for one in result.readings if one.what == "box"}
    assert means["MHA"] == "mha"
    assert sum(one.what == "arrow" for one in result.readings) == 9
    data = json.loads(json.dumps(dataclasses.asdict(result)))
    assert set(data) >= {
        "architecture",
        "verdict",
        "score",
        "variant",
        "findings",
        "habits",
        "shapes",
        "unread",
        "module",
    }


def test_each_habit_is_judged_once_and_none_decides() -> None:
    result = check("transformer-block", RIGHT)
    assert [one.name for one in result.habits] == ["flow", "boxes", "colours", "shapes", "skips", "equations"]
    assert result.verdict == "right"
    kept = {one.name: one.kept for one in result.habits}
    assert kept["shapes"] is False
    assert kept["equations"] is False


def test_a_key_equation_keeps_the_habit() -> None:
    result = check("transformer-block", RIGHT + "\nnote: softmax(QK^T / sqrt(d_k)) V")
    assert {one.name: one.kept for one in result.habits}["equations"] is True


def test_hints_reveal_the_next_piece_in_stages_only() -> None:
    board, drawing = architecture("transformer-block"), parse_notation(NO_RESIDUAL)
    hints = [hint_for(board, drawing, stage) for stage in range(1, 9)]
    stages = hints[0].stages
    assert [one.stage for one in hints[:stages]] == list(range(1, stages + 1))
    assert hints[-1].message == check("transformer-block", NO_RESIDUAL).message
    assert "addition" not in hints[0].message
    assert not hints[0].done


def test_nothing_is_hinted_at_when_nothing_is_missing() -> None:
    assert hint_for(architecture("transformer-block"), parse_notation(RIGHT)).done


def test_far_too_many_operations_are_refused_without_comparing_each() -> None:
    lines = ["x -> Linear as a0", *(f"a{n} -> LayerNorm -> MHA -> + a{n} -> ReLU as a{n + 1}" for n in range(100))]
    result = check("transformer-block", "\n".join(lines))
    assert result.verdict == "wrong"
    assert "operations" in result.message

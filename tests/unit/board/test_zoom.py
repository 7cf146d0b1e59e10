"""Drawings from near: blocks are opened, and what they show is still the same drawing."""

from __future__ import annotations

import pytest

from evalmode.bank import load_bank
from evalmode.board.architecture import load_architecture
from evalmode.board.check import check_drawing
from evalmode.board.notation import parse_notation
from evalmode.board.showing import plain
from evalmode.board.zoom import opened

ITEM = load_bank().get("board/transformer-block", kinds=("board",))
BLOCK = "x (B, T, d) -> LayerNorm -> MHA h=8 -> + x as a\na -> LayerNorm -> FFN -> + a -> y (B, T, d)\n"


def near(text):
    architecture = load_architecture(ITEM)
    drawing = parse_notation(text)
    return opened(drawing, architecture.interpret(drawing), ITEM.folder.parent)


def test_blocks_show_their_inside_in_frames():
    drawing = near(BLOCK)
    assert [frame.label for frame in drawing.frames] == ["MHA h=8", "FFN"]
    labels = [box.label for box in drawing.boxes]
    assert "Softmax" in labels
    assert "Linear 4d" in labels
    assert "FFN" not in labels
    assert len({box.id for box in drawing.boxes}) == len(drawing.boxes)
    assert len({arrow.id for arrow in drawing.arrows}) == len(drawing.arrows)
    ends = {end for arrow in drawing.arrows for end in (arrow.source, arrow.target)}
    assert ends <= {box.id for box in drawing.boxes}
    assert check_drawing(load_architecture(ITEM), drawing).verdict == "right"


def test_keys_and_values_may_come_from_elsewhere():
    drawing = near("x -> MHA as a\nmemory -[k]-> a\nmemory -[v]-> a\na -> y\n")
    (softmax,) = [box for box in drawing.boxes if box.label == "Softmax"]
    assert softmax.frame
    targets = [arrow.target for arrow in drawing.arrows if arrow.source == "memory"]
    assert len(targets) == len(set(targets)) == 2


def test_where_there_is_nothing_to_open_there_is_nothing():
    assert near("x -> Conv 3x3 -> ReLU -> + x -> y") is None


@pytest.mark.parametrize("reference", load_architecture(ITEM).references, ids=lambda one: one.name)
def test_every_variant_is_as_right_from_near(reference):
    architecture = load_architecture(ITEM)
    drawing = plain(reference.drawing)
    opened_up = opened(drawing, architecture.interpret(drawing), ITEM.folder.parent)
    assert check_drawing(architecture, opened_up).verdict == "right"

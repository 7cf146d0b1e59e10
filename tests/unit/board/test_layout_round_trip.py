"""What is laid out and written as a scene reads as the same drawing again."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evalmode.board.drawing import Arrow, Box, Drawing, Frame
from evalmode.board.layout import element_ids, to_scene
from evalmode.board.notation import parse_notation
from evalmode.board.reading import parse_scene, read_drawing
from unit.board.drawings import meaning

NAMES = ["LayerNorm", "Linear 4d", "Conv 3×3, 64", "ReLU", "MHA h=8", "concat", "+", "×", "σ", "MaxPool 2", "softmax"]
WORDS = ["", "", "(B, T, d)", "[B, C, H/2, W/2]", "q", "skip"]


@st.composite
def networks(draw: st.DrawFn) -> Drawing:
    """Connected drawings without loops, a part of which may be in a frame."""
    size = draw(st.integers(2, 8))
    framed = draw(st.integers(0, size // 2))
    boxes = tuple(
        Box(f"b{number}", draw(st.sampled_from(NAMES)), frame="f" if number < framed else "") for number in range(size)
    )
    ends = {(draw(st.integers(0, number - 1)), number) for number in range(1, size)}
    for _ in range(draw(st.integers(0, 3))):
        one, two = sorted(draw(st.lists(st.integers(0, size - 1), min_size=2, max_size=2, unique=True)))
        ends.add((one, two))
    arrows = tuple(
        Arrow(f"a{one}-{two}", f"b{one}", f"b{two}", draw(st.sampled_from(WORDS)), dashed=draw(st.booleans()))
        for one, two in sorted(ends)
    )
    members = tuple(box.id for box in boxes if box.frame)
    frames = (Frame("f", "Encoder ×6", members=members),) if members else ()
    return Drawing(boxes, arrows, frames, flow="down")


def read_again(drawing: Drawing) -> Drawing:
    return read_drawing(parse_scene(json.dumps(to_scene(drawing))))


@given(networks())
@settings(deadline=None, max_examples=100)
def test_a_scene_reads_as_what_was_laid_out(drawing: Drawing):
    read = read_again(drawing)
    assert not read.unread
    assert meaning(read, curves=False) == meaning(drawing, curves=False)


@pytest.mark.parametrize(
    "text",
    [
        "x (B, T, d) -> LayerNorm -> MHA -> + x as y\ny -> LayerNorm -> FFN -> + y -> out",
        (
            "x -> Conv 64 as e1 -> Pool -> Conv 128 as e2 -> Pool -> Conv 256 -> Up\n"
            "-> concat e2 -> Conv 128 -> Up -> concat e1 -> y"
        ),
        "z -> G as G -> fake\nreal -> D as D\nfake -> detach -> D\nD -> loss as ld\nld -[∇θ]~> D\nld ~> G",
    ],
)
def test_curves_and_dashes_are_read_again(text: str):
    drawing = parse_notation(text)
    read = read_again(drawing)
    assert meaning(read, curves=False) == meaning(drawing, curves=False)
    ways = {(arrow.source, arrow.target): arrow.curved for arrow in read.arrows}
    ids = element_ids(drawing)
    assert all(ways[ids[arrow.source], ids[arrow.target]] for arrow in drawing.arrows if arrow.curved)

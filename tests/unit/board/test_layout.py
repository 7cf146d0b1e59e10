"""Layout: nothing lies over anything else, data flows down, skips go round, and a U-Net is a U."""

from __future__ import annotations

import json
import re
from itertools import combinations, pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from evalmode.board.drawing import Box, Drawing, Frame, Rect
from evalmode.board.layout import PALETTE, flow_steps, lay_out, to_scene, to_svg
from evalmode.board.layout.routes import meets
from evalmode.board.notation import parse_notation, to_mermaid
from unit.board.drawings import drawings

BLOCK = parse_notation("x (B, T, d) -> LayerNorm -> MHA -> + x as y\ny -> LayerNorm -> FFN -> + y -> out")
GAN = parse_notation(
    "z -> G as G -> fake\nreal -> D as D\nfake -> detach -> D\n"
    "D -> loss_D as ld\nD -> loss_G as lg\nld ~> D\nlg -[∇]~> G"
)
UNET = parse_notation(
    "x -> Conv 64 as e1 -> Pool -> Conv 128 as e2 -> Pool -> Conv 256 -> Conv 256 -> Up -> concat e2 -> Conv 128"
    " -> Up -> concat e1 -> Conv 64 -> mask"
)
TRANSFORMER = parse_notation("""
src -> Embedding as se
tgt -> Embedding as te
frame Encoder x6 {
  se -> MHA -> Norm as a
  a -> FFN -> Norm as memory
}
frame Decoder x6 {
  te -> MHA -> Norm -> Attention @ k=memory, v=memory -> Norm as out
}
out -> Linear
""")


def overlap(one: Rect, two: Rect) -> bool:
    across = one.x < two.x + two.width - 0.01 and two.x < one.x + one.width - 0.01
    return across and one.y < two.y + two.height - 0.01 and two.y < one.y + one.height - 0.01


def inside(inner: Rect, outer: Rect) -> bool:
    return (
        inner.x >= outer.x - 0.01
        and inner.y >= outer.y - 0.01
        and inner.x + inner.width <= outer.x + outer.width + 0.01
        and inner.y + inner.height <= outer.y + outer.height + 0.01
    )


def places(drawing: Drawing) -> dict[str, Rect]:
    return {box.id: box.rect for box in lay_out(drawing).boxes}


@given(drawings())
@settings(deadline=None)
def test_boxes_never_overlap_and_stay_in_their_frames(drawing: Drawing):
    placed = lay_out(drawing)
    assert not [pair for pair in combinations(placed.boxes, 2) if overlap(pair[0].rect, pair[1].rect)]
    for frame in placed.frames:
        own = set(frame.members)
        for box in placed.boxes:
            assert inside(box.rect, frame.rect) if box.id in own else not overlap(box.rect, frame.rect)


@given(drawings())
@settings(deadline=None)
def test_every_arrow_goes_from_its_source_to_its_target(drawing: Drawing):
    placed = lay_out(drawing)
    rects = {box.id: box.rect for box in placed.boxes}
    for arrow in placed.arrows:
        for point, end in ((arrow.points[0], arrow.source), (arrow.points[-1], arrow.target)):
            rect = rects[end]
            near = Rect(rect.x - 5, rect.y - 5, rect.width + 10, rect.height + 10)
            assert overlap(near, Rect(*point, 0.1, 0.1))


@pytest.mark.parametrize("drawing", [BLOCK, GAN, UNET, TRANSFORMER])
def test_no_arrow_runs_through_a_box(drawing: Drawing):
    placed = lay_out(drawing)
    for arrow in placed.arrows:
        others = [box.rect for box in placed.boxes if box.id not in {arrow.source, arrow.target}]
        assert not meets(arrow.points, others)


def test_meets_is_not_blind():
    assert meets([(0, 0), (100, 100)], [Rect(40, 40, 10, 10)])
    assert not meets([(0, 0), (100, 100)], [Rect(60, 40, 10, 10)])


def test_data_flows_down_in_a_straight_line():
    boxes = lay_out(BLOCK).boxes
    assert all(one.rect.y + one.rect.height < two.rect.y for one, two in pairwise(boxes))
    assert len({round(box.rect.centre[0], 3) for box in boxes}) == 1


def test_skips_go_round_at_the_side():
    placed = lay_out(BLOCK)
    right = max(box.rect.x + box.rect.width for box in placed.boxes)
    for arrow in placed.arrows:
        assert arrow.curved == (max(x for x, _ in arrow.points) > right)


def test_equal_resolutions_of_a_u_net_face_each_other():
    rects = places(UNET)
    for encoder, decoder in (("e1", "concat (2)"), ("e2", "concat")):
        assert rects[encoder].centre[1] == pytest.approx(rects[decoder].centre[1])
        assert rects[encoder].x + rects[encoder].width < rects[decoder].x
    assert rects["e1"].y < rects["e2"].y < rects["Conv 256"].y


def test_the_u_can_be_switched_off_and_asked_for():
    rects = {box.id: box.rect for box in lay_out(UNET, shape="rows").boxes}
    assert rects["e1"].y < rects["concat (2)"].y
    one_skip = parse_notation("x -> a as a -> p -> b -> u -> concat a -> y")
    rects = {box.id: box.rect for box in lay_out(one_skip, shape="u").boxes}
    assert rects["a"].centre[1] == pytest.approx(rects["concat"].centre[1])


def test_encoder_and_decoder_stand_side_by_side():
    encoder, decoder = (frame.rect for frame in lay_out(TRANSFORMER).frames)
    assert encoder.x + encoder.width < decoder.x
    assert encoder.y == pytest.approx(decoder.y)


def test_boxes_are_coloured_by_kind_unless_they_have_a_colour():
    drawing = Drawing((Box("a", "Conv"), Box("b", "ReLU", colour="#123456"), Box("c", "x")))
    colours = {box.id: box.colour for box in lay_out(drawing, kinds={"a": "convolution", "b": "activation"}).boxes}
    assert colours == {"a": PALETTE["convolution"], "b": "#123456", "c": ""}


def test_notes_stand_aside_at_the_height_of_what_they_speak_of():
    drawing = parse_notation("x -> A -> B as b -> y\nnote @ b: one\nnote @ b: two\nnote: " + "word " * 40)
    placed = lay_out(drawing)
    box = next(box for box in placed.boxes if box.id == "b")
    one, two, long = (note.rect for note in placed.notes)
    assert one.x > box.rect.x + box.rect.width
    assert abs(one.centre[1] - box.rect.centre[1]) < 40 or abs(two.centre[1] - box.rect.centre[1]) < 40
    assert not any(overlap(a, b) for a, b in combinations((one, two, long), 2))


def test_data_flows_step_by_step_and_gradients_last():
    steps = flow_steps(GAN)
    assert steps[0] == ("z",)
    assert steps[1] == ("z -> G",)
    order = [one for step in steps for one in step]
    assert sorted(order) == sorted([box.id for box in GAN.boxes] + [arrow.id for arrow in GAN.arrows])
    assert set(order[-2:]) == {"ld -> D", "lg -> G"}


@pytest.mark.parametrize("dark", [False, True])
@given(drawings(most=6))
@settings(deadline=None, max_examples=40)
def test_svg_is_well_formed_and_tells_what_it_shows(dark: bool, drawing: Drawing):
    root = ET.fromstring(to_svg(drawing, dark, title="A <drawing>"))  # noqa: S314 - we wrote it
    space = "{http://www.w3.org/2000/svg}"
    assert root.attrib["role"] == "img"
    named = {part.attrib.get("id"): part.text for part in root.iter()}
    title, description = root.attrib["aria-labelledby"].split()
    assert named[title] == "A <drawing>"
    assert description in named
    shown = {group.attrib["data-element"] for group in root.iter(f"{space}g")}
    assert shown >= {box.id for box in drawing.boxes} | {arrow.id for arrow in drawing.arrows}
    assert not [part for part in root.iter() if "href" in " ".join(part.attrib)]


def test_svg_has_a_ground_for_the_night():
    assert to_svg(BLOCK) != to_svg(BLOCK, dark=True)
    assert "#121212" in to_svg(BLOCK, dark=True)


@given(drawings())
@settings(deadline=None)
def test_scenes_bind_both_ways_and_are_plain_json(drawing: Drawing):
    scene = to_scene(drawing)
    elements = {one["id"]: one for one in json.loads(json.dumps(scene))["elements"]}
    assert len(elements) == len(scene["elements"])
    indices = [one["index"] for one in scene["elements"]]
    assert indices == sorted(indices)
    for one in elements.values():
        for bound in one["boundElements"]:
            other = elements[bound["id"]]
            ends = [other.get(end) for end in ("startBinding", "endBinding")]
            assert other.get("containerId") == one["id"] or one["id"] in [end["elementId"] for end in ends if end]
        if one["type"] == "arrow":
            for end in (one["startBinding"], one["endBinding"]):
                assert {"id": one["id"], "type": "arrow"} in elements[end["elementId"]]["boundElements"]
            assert one["points"][0] == [0, 0]
            assert re.fullmatch(r"[\w-]+", one["id"])
        if one["type"] == "text" and one["containerId"]:
            assert {"id": one["id"], "type": "text"} in elements[one["containerId"]]["boundElements"]


@pytest.mark.parametrize("around", [lambda number: f"f{number + 1}", lambda number: f"f{(number + 1) % 2000}"])
def test_frames_without_end_are_laid_out_and_written(around):
    frames = tuple(Frame(f"f{number}", "F", frame=around(number), members=("a",)) for number in range(2000))
    drawing = Drawing((Box("a", "x", frame="f0"),), (), frames)
    assert lay_out(drawing).boxes[0].rect.width
    assert "x" in to_svg(drawing)
    assert "subgraph" in to_mermaid(drawing)

"""Whatever is given instead of a drawing is refused in one sentence, or read as far as it can be."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evalmode.board.drawing import Correction
from evalmode.board.reading import MAX_BYTES, MAX_ELEMENTS, parse_scene, read_drawing
from evalmode.core.errors import InputError
from scene_kit import arrow, box, file_of, pairs, read, shape, text

WHOLE = file_of(box("a", "A", 0, 0), box("b", "B", 0, 150), arrow("r", (80, 54), (80, 146), start="a", end="b"))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("", "empty"),
        (b"", "empty"),
        ("  \n", "empty"),
        ("a -> b", "not JSON"),
        (WHOLE[: len(WHOLE) // 2], "truncated"),
        (WHOLE[:-1], "truncated"),
        (b"\x89PNG\r\n\x1a\n\x00\xff", "UTF-8"),
        ("[" * 100_000, "nested"),
        ('{"elements": ' + "9" * 5000 + "}", "too long"),
        ('{"type": "excalidraw"}', "no list of elements"),
        ("42", "no list of elements"),
        ('{"elements": []}', "canvas is empty"),
        ('{"elements": [1, null, "x", {}]}', "canvas is empty"),
        (file_of(shape("a", 0, 0, isDeleted=True)), "canvas is empty"),
        (file_of(shape("i", 0, 0, kind="image")), "only pictures"),
        (file_of(shape("a", float("nan"), 0)), "usable place"),
        (file_of(shape("a", float("inf"), 0), shape("b", 0, 1e300)), "usable place"),
    ],
)
def test_it_is_refused_in_one_sentence(data, says):
    with pytest.raises(InputError, match=says) as refusal:
        parse_scene(data)
    assert "\n" not in str(refusal.value)
    assert refusal.value.message.endswith(".")
    assert refusal.value.hint or "empty" in says


def test_a_file_that_is_too_large_is_refused_unparsed():
    with pytest.raises(InputError, match="MB"):
        parse_scene(b" " * (MAX_BYTES + 1))


def test_too_many_elements_are_refused_and_deleted_ones_do_not_count():
    records = [{"id": str(number), "type": "rectangle", "x": 0, "y": 0} for number in range(MAX_ELEMENTS + 1)]
    with pytest.raises(InputError, match="elements"):
        parse_scene(json.dumps(records))
    gone = [record | {"isDeleted": True} for record in records[1:]]
    assert len(parse_scene(json.dumps([records[0], *gone])).elements) == 1


def test_one_element_without_a_place_does_not_spoil_the_rest():
    drawing = read(
        box("a", "A", 0, 0), shape("bad", float("nan"), 0), box("b", "B", 0, 150), arrow("r", (80, 54), (80, 146))
    )
    assert pairs(drawing) == {("A", "B")}
    (unread,) = drawing.unread
    assert (unread.id, unread.elements) == ("bad", ("bad",))
    assert "no usable place" in unread.says


def test_an_arrow_without_a_place_is_unread():
    (unread,) = read(box("a", "A", 0, 0), arrow("r", (0, 0), (float("nan"), 5))).unread
    assert unread.what == "arrow"


def test_numbers_may_be_strings_and_extents_negative_or_missing():
    odd = [{"id": "a", "type": "rectangle", "x": "160", "y": "50", "width": -160, "height": -50}]
    odd += [text("t", "A", 60, 10), {"id": "b", "type": "rectangle", "x": 0, "y": 150, "label": {"text": "B"}}]
    assert pairs(read(odd, arrow("r", (60, 54), (60, 146)))) == {("A", "B")}


def test_containers_in_a_circle_and_repeated_ids_are_harmless():
    circle = [text("t", "one", 20, 10, containerId="u"), text("u", "two", 20, 60, containerId="t")]
    double = [*box("a", "A", 0, 150), *box("a", "Again", 0, 300)]
    drawing = read(circle, double, arrow("r", (80, 204), (80, 296)), arrow("s", (0, 0), (5, 5), start="s", end="s"))
    assert len(drawing.boxes) >= 2


def test_strokes_that_meet_in_a_circle_are_harmless():
    ring = [arrow("p", (0, 0), (100, 0), start="q", end="q"), arrow("q", (100, 0), (0, 0), start="p", end="p")]
    drawing = read(box("a", "A", 500, 500), ring)
    assert not drawing.arrows
    assert {unread.id for unread in drawing.unread} == {"p", "q"}


def test_unknown_kinds_are_left_out_and_broken_surrogates_too():
    drawing = read(shape("s", 0, 0, kind="hologram"), box("a", "A\ud800B", 0, 0))
    assert [made.label for made in drawing.boxes] == ["AB"]


numbers = st.one_of(
    st.integers(-300, 300), st.floats(), st.none(), st.text(max_size=3), st.just(10**400), st.booleans()
)
names = st.sampled_from(["a", "b", "c", "d", "e", ""])
kinds = st.sampled_from(["rectangle", "ellipse", "diamond", "text", "arrow", "line", "freedraw", "frame", "image", "x"])
places = st.integers(-300, 300)
records = st.fixed_dictionaries(
    {"type": kinds, "id": names, "x": places | numbers, "y": places | numbers},
    optional={
        "width": places | numbers,
        "height": places | numbers,
        "angle": numbers,
        "points": st.lists(st.lists(places | numbers, max_size=3) | st.none(), max_size=6) | numbers,
        "text": st.sampled_from(["+", "N×", "(B, T)", "LayerNorm", "x\ny"]) | st.text() | numbers,
        "containerId": names | numbers,
        "startBinding": st.fixed_dictionaries({"elementId": names}) | numbers,
        "endBinding": st.fixed_dictionaries({"elementId": names}) | names,
        "startArrowhead": st.sampled_from(["arrow", None, "dot", 3]),
        "endArrowhead": st.sampled_from(["arrow", None, "bar"]),
        "groupIds": st.lists(names | numbers, max_size=2) | numbers,
        "isDeleted": st.booleans() | numbers,
        "name": st.text(max_size=4),
        "strokeColor": names | numbers,
        "strokeStyle": st.sampled_from(["dashed", "solid", 1]),
        "roundness": st.none() | st.just({"type": 2}),
    },
)
corrections = st.builds(
    Correction, names, st.sampled_from(["source", "target", "label", "note", "reverse"]), names | st.just("a#2")
)


def whole_of(drawing):
    """Every id that is named exists, and nothing is both read and unread."""
    boxes = {made.id for made in drawing.boxes}
    frames = {made.id for made in drawing.frames}
    assert len(boxes) == len(drawing.boxes)
    assert len({made.id for made in drawing.arrows}) == len(drawing.arrows)
    for made in drawing.arrows:
        assert {made.source, made.target} <= boxes
        assert made.elements
    for made in drawing.frames:
        assert set(made.members) <= boxes
        assert made.frame in frames | {""}
    assert {made.frame for made in drawing.boxes} <= frames | {""}
    assert not {made.id for made in drawing.unread} & {made.id for made in drawing.arrows}


@settings(deadline=None, max_examples=100)
@given(st.lists(records, max_size=14), st.lists(corrections, max_size=4))
def test_no_scene_breaks_the_reading(scene, told):
    try:
        parsed = parse_scene(json.dumps(scene))
    except InputError as refusal:
        said = str(refusal)
    else:
        whole_of(read_drawing(parsed, told))
        said = ""
    assert "\n" not in said


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=60) | st.text(max_size=60) | st.recursive(numbers, st.lists, max_leaves=8).map(json.dumps))
def test_no_bytes_break_the_parser(data):
    with pytest.raises(InputError):
        parse_scene(data)


@given(st.integers(0, len(WHOLE) - 1))
def test_every_truncation_is_refused(length):
    with pytest.raises(InputError):
        parse_scene(WHOLE[:length])

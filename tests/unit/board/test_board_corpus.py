"""The makers of drawings: what they make says what it was made of, looks drawn by hand, and has one mistake at most."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from board_corpus import Style, draw_scene, random_style, right_specimens, wrong_specimens
from board_corpus.mutating import MUTATIONS, mutants
from board_corpus.spellings import choose, respell, respell_shape
from evalmode.board.notation import parse_notation
from evalmode.board.reading import parse_scene, read_drawing
from unit.board.drawings import meaning

PACK = Path(__file__).parents[3] / "src" / "evalmode_pack_dl" / "board"
REFERENCE = parse_notation(
    "x (B, T, d) -> LayerNorm | RMSNorm (B, T, d) -> MHA h (B, T, d) -> Dropout? (B, T, d) -> + x (B, T, d) as y\n"
    "y -> LayerNorm | RMSNorm (B, T, d) -> FFN (B, T, d) -> + y -> out (B, T, d)"
)


def graph(scene: dict, names: dict[str, str]) -> Counter[tuple[str, str]]:
    """What the arrows of a scene join, by the names of its boxes."""
    own = {element: name for name, element in names.items()}
    read = read_drawing(parse_scene(json.dumps(scene)))
    return Counter((own[arrow.source], own[arrow.target]) for arrow in read.arrows)


@pytest.mark.parametrize("seed", range(40))
def test_however_it_is_drawn_the_arrows_join_the_same_boxes(seed: int):
    random = Random(seed)
    drawing = choose(REFERENCE, random)
    scene, names = draw_scene(drawing, random_style(random), random)
    assert graph(scene, names) == Counter((arrow.source, arrow.target) for arrow in drawing.arrows)


def test_one_drawing_keeps_to_one_choice():
    for seed in range(20):
        labels = [box.label for box in choose(REFERENCE, Random(seed)).boxes]
        assert labels.count("LayerNorm") in {0, 2}
        assert not any("|" in label or "?" in label for label in labels)


def test_an_optional_step_is_drawn_or_left_out():
    sizes = {len(choose(REFERENCE, Random(seed)).boxes) for seed in range(20)}
    assert sizes == {len(REFERENCE.boxes) - 1, len(REFERENCE.boxes)}


def test_spellings_differ_and_unknown_labels_stay():
    assert len({respell("LayerNorm", Random(0), manner) for manner in range(4)}) > 2
    assert respell("Conv 3x3, 64, stride=2", Random(0), 1) == "Conv 3×3, 64, stride 2"
    assert respell("something else\n(B, T)", Random(0), 2) == "something else\n(B, T)"
    assert {respell_shape("(B, T, d)", manner) for manner in range(4)} == {
        "(B, T, d)", "[B, T, d]", "(B,T,d)", "B × T × d",
    }  # fmt: skip
    assert respell_shape("q", 3) == "q"


@pytest.mark.parametrize("flow", ["down", "up", "right"])
def test_data_flows_where_the_style_says(flow: str):
    random = Random(3)
    scene, names = draw_scene(choose(REFERENCE, random), Style(flow=flow), random)
    at = {element["id"]: element for element in scene["elements"]}
    first, last = at[names["x"]], at[names["out"]]
    assert {"down": last["y"] > first["y"], "up": last["y"] < first["y"], "right": last["x"] > first["x"]}[flow]


def test_bindings_are_dropped_as_the_style_says():
    for bindings, count in (("new", 2), ("old", 2), ("one", 1), ("none", 0)):
        scene, _ = draw_scene(REFERENCE, Style(bindings=bindings), Random(0))
        arrows = [element for element in scene["elements"] if element["type"] == "arrow"]
        assert {bool(one["startBinding"]) + bool(one["endBinding"]) for one in arrows} == {count}


def test_extras_are_there_and_change_nothing():
    random = Random(5)
    scene, names = draw_scene(REFERENCE, Style(extras=1.0), random)
    kinds = {element["type"] for element in scene["elements"]}
    assert "freedraw" in kinds
    assert any(element["isDeleted"] for element in scene["elements"])
    assert any(element["groupIds"] for element in scene["elements"])
    assert graph(scene, names) == Counter((arrow.source, arrow.target) for arrow in REFERENCE.arrows)


def test_mutants_differ_and_point_at_something_that_is_there():
    plain = choose(REFERENCE, Random(0))
    found = list(mutants(plain, Random(0)))
    assert len(found) >= 5
    for mutant in found:
        known = {box.id for box in mutant.drawing.boxes} | {arrow.id for arrow in mutant.drawing.arrows}
        assert meaning(mutant.drawing) != meaning(plain)
        assert known & set(mutant.elements)


@pytest.mark.parametrize("name", list(MUTATIONS))
def test_each_mutation_finds_a_place_in_some_network(name: str):
    network = parse_notation(
        "x (B, C, H) -> Conv 3x3, C, stride=1 (B, C, H) -> BN (B, C, H) -> ReLU (B, C, H)\n"
        "ReLU (B, C, H) -> FFN (B, C, H) -> + x (B, C, H) -> out"
    )
    assert list(MUTATIONS[name](network))


@pytest.mark.parametrize("folder", ["transformer-block", "resnet-bottleneck", "lstm-cell", "unet"])
def test_specimens_are_the_same_each_time(folder: str):
    for make in (right_specimens, wrong_specimens):
        assert list(make(PACK / folder, 3)) == list(make(PACK / folder, 3))
        assert list(make(PACK / folder, 3)) != list(make(PACK / folder, 3, seed=1))


def test_wrong_specimens_say_what_is_wrong_and_where():
    for specimen in wrong_specimens(PACK / "transformer-block", 12):
        ids = {element["id"] for element in specimen.scene["elements"]}
        assert not specimen.right
        assert specimen.mistake
        assert set(specimen.elements) <= ids


def test_right_specimens_have_no_mistake():
    specimens = list(right_specimens(PACK / "lstm-cell", 5))
    assert all(specimen.right and not specimen.mistake and not specimen.elements for specimen in specimens)
    assert len({replace(specimen, scene={}).style for specimen in specimens}) > 1

"""Drawings as people make them: the small ones kept here, and the public ones in a folder, where there is one.

The folder is what ``EVALMODE_SCENES`` names, or ``../shared/scenes`` beside the project.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from evalmode.board.reading import parse_scene, read_drawing
from evalmode.core.errors import InputError

if TYPE_CHECKING:
    from evalmode.board.drawing import Drawing

PROJECT = Path(__file__).parents[3]
OWN = sorted((PROJECT / "tests" / "data" / "scenes").glob("*.excalidraw"))
PUBLIC = sorted(Path(os.environ.get("EVALMODE_SCENES", PROJECT.parent / "shared" / "scenes")).glob("*.excalidraw"))


def read(file: Path) -> Drawing | None:
    """The drawing in a file; nothing for an empty canvas, of which there is one."""
    try:
        return read_drawing(parse_scene(file.read_bytes()))
    except InputError:
        return None


def without_bindings(file: Path) -> str:
    document = json.loads(file.read_text(encoding="utf-8"))
    for element in document["elements"]:
        element["startBinding"] = element["endBinding"] = None
    return json.dumps(document)


def connections(drawing: Drawing) -> set[tuple[str, str]]:
    names = {box.id: " ".join(box.label.split()) for box in drawing.boxes}
    return {(names[arrow.source], names[arrow.target]) for arrow in drawing.arrows}


@pytest.mark.parametrize("file", [*OWN, *PUBLIC], ids=lambda file: file.stem)
def test_every_arrow_is_read_or_told_as_unread(file):
    document = json.loads(file.read_text(encoding="utf-8"))
    drawn = {e["id"] for e in document["elements"] if e["type"] == "arrow" and not e.get("isDeleted")}
    drawing = read(file)
    if drawing is None:
        assert not document["elements"]
        return
    parts = (*drawing.arrows, *drawing.notes, *drawing.unread)
    accounted = {element for part in parts for element in part.elements}
    assert drawn <= accounted


def test_nearly_all_arrows_are_read_at_both_ends():
    drawings = [drawing for drawing in map(read, [*OWN, *PUBLIC]) if drawing]
    unread = sum(part.what == "arrow" for drawing in drawings for part in drawing.unread)
    arrows = sum(len(drawing.arrows) for drawing in drawings)
    assert unread <= 0.05 * (arrows + unread)


def test_geometry_alone_finds_what_bindings_say():
    found, bound = 0, 0
    for file in [*OWN, *PUBLIC]:
        drawing = read(file)
        if drawing is None:
            continue
        alone = {
            arrow.id: (arrow.source, arrow.target) for arrow in read_drawing(parse_scene(without_bindings(file))).arrows
        }
        for arrow in drawing.arrows:
            if arrow.origin == "bound":
                bound += 1
                found += alone.get(arrow.id) == (arrow.source, arrow.target)
    assert found >= 0.93 * bound
    assert bound


def test_the_encoder_that_flows_upwards_is_read_as_a_person_reads_it():
    drawing = read(PROJECT / "tests" / "data" / "scenes" / "encoder-upwards.excalidraw")
    assert drawing
    assert drawing.flow == "up"
    assert connections(drawing) == {
        ("Input", "Input Embedding"),
        ("Input Embedding", "+"),
        ("Positional Encoding", "+"),
        ("+", "Multi-Head Attention"),
        ("+", "Add & Norm"),
        ("Multi-Head Attention", "Add & Norm"),
        ("Add & Norm", "Feed Forward"),
        ("Feed Forward", "Add & Norm"),
        ("Add & Norm", "Add & Norm"),
    }
    into = [arrow for arrow in drawing.arrows if arrow.target == "mha"]
    assert len(into) == 3
    assert [arrow.label for arrow in drawing.arrows if arrow.id == "a1"] == ["Tokenization"]
    assert {note.near for note in drawing.notes} == {"mha", "input"}
    assert not drawing.unread


def test_the_u_net_with_a_legend_has_its_operations_on_the_arrows():
    drawing = read(PROJECT / "tests" / "data" / "scenes" / "unet-legend.excalidraw")
    assert drawing
    names = {box.id: box.label for box in drawing.boxes}
    assert {names[arrow.target] for arrow in drawing.arrows if arrow.label == "max pool 2×2"} == {"128"}
    assert {arrow.label for arrow in drawing.arrows} == {
        "conv 3×3, ReLU",
        "max pool 2×2",
        "up-conv 2×2",
        "copy and crop",
    }
    assert not drawing.unread


def test_a_branch_inside_a_frame_starts_from_the_arrow_that_enters_it():
    drawing = read(PROJECT / "tests" / "data" / "scenes" / "block-in-a-frame.excalidraw")
    assert drawing
    assert connections(drawing) == {
        ("tokens (B, T)", "RMSNorm"),
        ("RMSNorm", "self-attention h = 8"),
        ("self-attention h = 8", "+"),
        ("tokens (B, T)", "+"),
        ("+", "LM head"),
        ("LM head", "logits (B, T, V)"),
    }
    (frame,) = drawing.frames
    assert frame.label.split("\n") == ["Transformer block", "N ×"]

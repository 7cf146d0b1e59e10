"""Labelled drawings of an architecture, made of its references and of its wrong drawings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING, Any

import yaml

from board_corpus.mutating import mutants
from board_corpus.noise import draw_scene
from board_corpus.spellings import choose, respell, respell_shape
from board_corpus.styles import random_style
from evalmode.board.notation import parse_notation

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from evalmode.board.drawing import Drawing

__all__ = ["Specimen", "right_specimens", "wrong_specimens"]

_SHAPES_SHOWN = (1.0, 1.0, 0.6, 0.0)


@dataclass(frozen=True, slots=True)
class Specimen:
    """A drawing of which is known whether it is right.

    Args:
        name: What it was made of.
        scene: The content of its ``.excalidraw`` file.
        right: Whether it is right.
        style: How it is drawn.
        mistake: What is wrong; empty if nothing is.
        elements: Ids of elements of which the top finding should have one; empty where nobody has said.
    """

    name: str
    scene: dict[str, Any]
    right: bool
    style: str
    mistake: str = ""
    elements: tuple[str, ...] = ()


def right_specimens(folder: Path, count: int, seed: int = 0) -> Iterator[Specimen]:
    """Right drawings of the architecture in a folder of a pack, each reference in turn."""
    references = list(_texts(folder / "references"))
    for number in range(count):
        name, _, drawing = references[number % len(references)]
        random = Random(f"{folder.name}/{name}/{seed}/{number}")
        yield _specimen(f"{name}-{number}", choose(drawing, random), random)


def wrong_specimens(folder: Path, count: int, seed: int = 0) -> Iterator[Specimen]:
    """Drawings with one mistake: the pack's own wrong ones, and mutants of its references."""
    own = list(_texts(folder / "wrong"))
    references = list(_texts(folder / "references"))
    for number in range(count):
        random = Random(f"{folder.name}/wrong/{seed}/{number}")
        if own and number % 2:
            name, head, drawing = own[number // 2 % len(own)]
            made = choose(drawing, random)
            yield _specimen(f"{name}-{number}", made, random, str(head["mistake"]), tuple(head.get("at") or ()))
            continue
        name, _, drawing = references[number % len(references)]
        mutant = next(mutants(choose(drawing, random), random), None)
        if mutant is not None:
            yield _specimen(f"{name}-{number}", mutant.drawing, random, mutant.mistake, mutant.elements)


def _texts(folder: Path) -> Iterator[tuple[str, dict[str, Any], Drawing]]:
    for path in sorted(folder.glob("*.board")):
        _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
        yield path.stem, yaml.safe_load(head), parse_notation(body)


def _specimen(name: str, drawing: Drawing, random: Random, mistake: str = "", at: tuple[str, ...] = ()) -> Specimen:
    style = random_style(random)
    scene, ids = draw_scene(_respelt(drawing, random, keep_shapes="(" in mistake), style, random)
    elements = tuple(ids[one] for one in at if one in ids)
    return Specimen(name, scene, not mistake, str(style), mistake, elements)


def _respelt(drawing: Drawing, random: Random, *, keep_shapes: bool) -> Drawing:
    manner, shapes = random.randrange(4), random.randrange(4)
    shown = 1.0 if keep_shapes else random.choice(_SHAPES_SHOWN)
    boxes = tuple(replace(box, label=respell(box.label, random, manner)) for box in drawing.boxes)
    arrows = tuple(
        replace(arrow, label=respell_shape(arrow.label, shapes) if random.random() < shown else "")
        if arrow.label.startswith("(")
        else arrow
        for arrow in drawing.arrows
    )
    return replace(drawing, boxes=boxes, arrows=arrows)

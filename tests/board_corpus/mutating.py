"""One mistake each: what people get wrong, with the boxes and arrows at which it should be seen."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

    from evalmode.board.drawing import Arrow, Box, Drawing

__all__ = ["MUTATIONS", "Mutant", "mutants"]


@dataclass(frozen=True, slots=True)
class Mutant:
    """A drawing with one mistake.

    Args:
        drawing: It.
        mistake: What is wrong, in a few words.
        elements: Ids of boxes and arrows of which one should be pointed at.
    """

    drawing: Drawing
    mistake: str
    elements: tuple[str, ...]


def mutants(drawing: Drawing, random: Random) -> Iterator[Mutant]:
    """One mutant of each kind that the drawing allows, in random order."""
    for mutation in random.sample(list(MUTATIONS.values()), len(MUTATIONS)):
        ways = list(mutation(drawing))
        if ways:
            yield random.choice(ways)


def _joins(drawing: Drawing) -> Iterator[tuple[Box, list[Arrow]]]:
    for box in drawing.boxes:
        into = [arrow for arrow in drawing.arrows if arrow.target == box.id]
        if len(into) > 1 and re.match(r"[+*]|Concat|concat", box.label):
            yield box, into


def _relabelled(drawing: Drawing, box: str, label: str) -> Drawing:
    return replace(drawing, boxes=tuple(replace(one, label=label) if one.id == box else one for one in drawing.boxes))


def _changed(drawing: Drawing, arrow: str, new: Arrow | None) -> Drawing:
    arrows = (new if one.id == arrow else one for one in drawing.arrows)
    return replace(drawing, arrows=tuple(one for one in arrows if one is not None))


def drop_skip(drawing: Drawing) -> Iterator[Mutant]:
    """One of the values that meet does not come."""
    for box, into in _joins(drawing):
        gone = into[-1]
        yield Mutant(_changed(drawing, gone.id, None), f"nothing comes from {gone.source}", (box.id, gone.source))


def wrong_join(drawing: Drawing) -> Iterator[Mutant]:
    """Values are multiplied instead of added, or added instead of multiplied."""
    for box, _ in _joins(drawing):
        label = "+" if box.label.startswith("*") else "*"
        yield Mutant(_relabelled(drawing, box.id, label), f"{label} for {box.label}", (box.id,))


def wrong_kernel(drawing: Drawing) -> Iterator[Mutant]:
    """A convolution of another size."""
    for box in drawing.boxes:
        match = re.match(r"Conv (\d)x\1(.*)", box.label)
        if match:
            size = "5" if match[1] == "3" else "3"
            label = f"Conv {size}x{size}{match[2]}"
            yield Mutant(_relabelled(drawing, box.id, label), f"{label} for {box.label}", (box.id,))


def wrong_op(drawing: Drawing) -> Iterator[Mutant]:
    """Another operation in a place."""
    swaps = {
        "ReLU": "Sigmoid",
        "tanh": "ReLU",
        "f = σ": "f = tanh",
        "i = σ": "i = tanh",
        "FFN": "MaxPool",
        "BN": "Softmax",
    }
    swaps |= {"MaxPool": "Upsample", "Upsample": "MaxPool", "LayerNorm": "Softmax"}
    for box in drawing.boxes:
        if box.label in swaps:
            label = swaps[box.label]
            yield Mutant(_relabelled(drawing, box.id, label), f"{label} for {box.label}", (box.id,))


def drop_step(drawing: Drawing) -> Iterator[Mutant]:
    """A step is left out."""
    for box in drawing.boxes:
        into = [arrow for arrow in drawing.arrows if arrow.target == box.id]
        out = [arrow for arrow in drawing.arrows if arrow.source == box.id]
        if len(into) == 1 and out and re.match(r"FFN|MHA|MaxPool|Upsample|Conv 3|Conv Block", box.label):
            arrows = [
                replace(one, source=into[0].source) if one.source == box.id else one
                for one in drawing.arrows
                if one.id != into[0].id
            ]
            boxes = tuple(one for one in drawing.boxes if one.id != box.id)
            near = (into[0].source, *(one.target for one in out), *(one.id for one in out))
            yield Mutant(replace(drawing, boxes=boxes, arrows=tuple(arrows)), f"no {box.label}", near)


def turned_arrow(drawing: Drawing) -> Iterator[Mutant]:
    """An arrow in the wrong direction, inside a chain."""
    for arrow in drawing.arrows:
        ends = (arrow.source, arrow.target)
        if all(any(one.target == end for one in drawing.arrows) for end in ends) and any(
            one.source == arrow.target for one in drawing.arrows
        ):
            turned = replace(arrow, source=arrow.target, target=arrow.source, label="")
            yield Mutant(_changed(drawing, arrow.id, turned), "an arrow the wrong way", (arrow.id, *ends))


def wrong_shape(drawing: Drawing) -> Iterator[Mutant]:
    """A shape that contradicts all the others."""
    written = [arrow for arrow in drawing.arrows if re.fullmatch(r"\(.*,.*\)", arrow.label)]
    for arrow in written if len(written) > 3 else []:
        label = re.sub(r"(\w+(?:/\w+)?)\)$", r"5\1)", arrow.label)
        if any(one.label.endswith(arrow.label.rpartition(",")[2]) for one in written if one.id != arrow.id):
            new = _changed(drawing, arrow.id, replace(arrow, label=label))
            yield Mutant(new, f"{label} for {arrow.label}", (arrow.id,))


MUTATIONS: dict[str, Callable[[Drawing], Iterator[Mutant]]] = {
    "drop-skip": drop_skip,
    "wrong-join": wrong_join,
    "wrong-kernel": wrong_kernel,
    "wrong-op": wrong_op,
    "drop-step": drop_step,
    "turned-arrow": turned_arrow,
    "wrong-shape": wrong_shape,
}

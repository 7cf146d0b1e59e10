"""Which shapes are drawn around others: as frames, or as boxes with small sockets for what enters them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from evalmode.board.drawing import Rect
from evalmode.board.reading.geometry import Grid, holds, overlap, to_shape

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from evalmode.board.reading.elements import Element
    from evalmode.board.reading.shapes import Shape

__all__ = ["Nesting", "area", "nest", "touched_by"]

LONGEST_SOCKET = 3


@dataclass(frozen=True, slots=True)
class Nesting:
    """What is drawn around what.

    Args:
        inner: Id of a frame → ids of the boxes in it; the largest frame first.
        sockets: Id of a small shape → the box it is a socket of, such as Q, K and V at the edge of an attention.
    """

    inner: Mapping[str, tuple[str, ...]]
    sockets: Mapping[str, str]


def area(shape: Shape) -> float:
    """How large a shape is."""
    return shape.rect.width * shape.rect.height


def touched_by(strokes: Iterable[Element], shapes: Mapping[str, Shape], parts: Mapping[str, str]) -> set[str]:
    """Shapes that some connector meets: by a binding, or with an end near the smallest shape there."""
    grid = Grid((shape, shape.rect) for shape in shapes.values())
    touched = set()
    for stroke in strokes:
        for bound, point in ((stroke.start, stroke.points[0]), (stroke.end, stroke.points[-1])):
            if bound in parts:
                touched.add(parts[bound])
                continue
            met = [shape for shape in grid.near(_place(point)) if to_shape(point, shape.rect, shape.form) <= 15]
            if met:
                touched.add(min(met, key=area).id)
    return touched


def _place(point: tuple[float, float]) -> Rect:
    return Rect(point[0] - 15, point[1] - 15, 30, 30)


def nest(
    shapes: Sequence[Shape],
    strokes: Collection[Element],
    touched: Collection[str],
    words: Mapping[str, Sequence[str]],
    bound: Collection[str],
) -> Nesting:
    """Find out what is drawn around what.

    Args:
        shapes: All shapes.
        strokes: The connectors.
        touched: Shapes that some connector meets.
        words: Shape → the words bound to it or laid into it.
        bound: Shapes that have words bound to them, as boxes have and frames seldom do.
    """
    contents = _contents(shapes)
    signed = {shape.id for shape in shapes if shape.sign}
    frames: list[Shape] = []
    sockets: dict[str, str] = {}
    for shape in shapes:
        real = [one for one in contents[shape.id] if one.id in words or one.id in signed]
        if _has_sockets(shape, real, touched, words) and not _flows_within(shape, strokes):
            sockets.update((one.id, shape.id) for one in real)
        elif shape.framed and not contents[shape.id] and shape.id in touched:
            continue
        elif shape.framed or _is_frame(shape, contents[shape.id], real, touched, bound):
            frames.append(shape)
    names = {frame.id for frame in frames}
    frames.sort(key=area, reverse=True)
    inner = {
        frame.id: tuple(one.id for one in contents[frame.id] if one.id not in {*names, *sockets}) for frame in frames
    }
    boxed = {small: box for small, box in sockets.items() if not {small, box} & names and box not in sockets}
    return Nesting(inner, boxed)


def _has_sockets(
    outer: Shape, real: Sequence[Shape], touched: Collection[str], words: Mapping[str, Sequence[str]]
) -> bool:
    """Whether a connected box with words of its own holds several small ones that say a letter or two."""
    return (
        outer.id in touched
        and bool(words.get(outer.id))
        and len(real) > 1
        and all(len("".join(words.get(one.id, ("much too long",)))) <= LONGEST_SOCKET for one in real)
    )


def _flows_within(outer: Shape, strokes: Iterable[Element]) -> bool:
    return any(holds(outer.rect, stroke.points[0]) and holds(outer.rect, stroke.points[-1]) for stroke in strokes)


def _contents(shapes: Sequence[Shape]) -> dict[str, list[Shape]]:
    grid = Grid((shape, shape.rect) for shape in shapes)
    return {
        outer.id: [
            shape
            for shape in grid.near(outer.rect)
            if shape.id != outer.id
            and area(shape) <= 0.85 * area(outer)
            and holds(outer.rect, shape.rect.centre)
            and overlap(shape.rect, outer.rect) >= 0.9
        ]
        for outer in shapes
        if outer.form != "joint" and not outer.sign
    } | {shape.id: [] for shape in shapes if shape.form == "joint" or shape.sign}


def _is_frame(
    outer: Shape,
    contents: Sequence[Shape],
    real: Sequence[Shape],
    touched: Collection[str],
    bound: Collection[str],
) -> bool:
    """Whether a shape stands around boxes of its own: some are connected, or it has no words and they have."""
    solid = [shape for shape in real if shape.form != "joint"]
    if any(shape.id in touched for shape in solid) or sum(shape.id in touched for shape in contents) >= 2:
        return True
    return bool(solid) and not (outer.id in touched and outer.id in bound)

"""One stroke drawn through several boxes, as the state's line through a cell, is cut at each of them."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from evalmode.board.reading.geometry import Grid, length, nearest_on, to_shape

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from evalmode.board.reading.elements import Element, Point
    from evalmode.board.reading.shapes import Shape

__all__ = ["cut"]

SMALL = 80.0
CLEAR = 10.0
MOST_CUTS = 12


def cut(
    strokes: Mapping[str, Element],
    boxes: Iterable[Shape],
    touched: Collection[str],
    taken: Collection[str],
) -> tuple[dict[str, Element], dict[str, str]]:
    """Cut strokes where they run through the middle of a box.

    Args:
        strokes: The connectors by id.
        boxes: Shapes with words or a sign.
        touched: Shapes that some stroke ends at. A large one of them is not cut at: strokes may pass behind it.
        taken: Ids that no piece may get.

    Returns:
        The strokes, pieces in the place of what was cut; and piece → stroke.
    """
    grid: Grid[Element] = Grid()
    for stroke in strokes.values():
        grid.add_course(stroke, stroke.points)
    crossings: dict[str, list[tuple[float, Shape]]] = {}
    for box in boxes:
        small = max(box.rect.width, box.rect.height) <= SMALL
        if not small and box.id in touched:
            continue
        for stroke in grid.near(box.rect):
            if (where := _crossing(stroke, box)) is not None:
                crossings.setdefault(stroke.id, []).append((where, box))
    made: dict[str, Element] = {}
    whole: dict[str, str] = {}
    for name, stroke in strokes.items():
        if not 0 < len(crossings.get(name, ())) <= MOST_CUTS:
            made[name] = stroke
            continue
        for piece in _pieces(stroke, sorted(crossings[name], key=lambda at: at[0]), taken):
            made[piece.id] = piece
            if piece.id != name:
                whole[piece.id] = name
    return made, whole


def _crossing(stroke: Element, box: Shape) -> float | None:
    """How far along a stroke the middle of a box lies, if the stroke runs through it and ends well outside."""
    if box.id in {stroke.start, stroke.end}:
        return None
    away, where = nearest_on(box.rect.centre, stroke.points)
    if away > 0.25 * min(box.rect.width, box.rect.height):
        return None
    ends = (stroke.points[0], stroke.points[-1])
    return where if all(to_shape(end, box.rect, box.form) >= CLEAR for end in ends) else None


def _pieces(stroke: Element, crossings: Sequence[tuple[float, Shape]], taken: Collection[str]) -> Iterator[Element]:
    """A stroke as it is, or its pieces, each bound to the boxes at which it was cut."""
    marks = [0.0, *(where for where, _ in crossings), length(stroke.points)]
    bounds = [stroke.start, *(box.id for _, box in crossings), stroke.end]
    number = 1
    for place, (begin, end) in enumerate(pairwise(marks)):
        name = stroke.id
        while place and name in taken:
            number += 1
            name = f"{stroke.id}#{number}"
        points = _part(stroke.points, begin, end)
        if len(points) > 1:
            yield replace(stroke, id=name, points=points, start=bounds[place], end=bounds[place + 1])


def _part(course: Sequence[Point], begin: float, end: float) -> tuple[Point, ...]:
    """What lies on a course between two distances from its start."""
    points = [_at(course, begin)]
    passed = 0.0
    for a, b in pairwise(course):
        passed += math.dist(a, b)
        if begin < passed < end:
            points.append(b)
    points.append(_at(course, end))
    return tuple(point for number, point in enumerate(points) if not number or point != points[number - 1])


def _at(course: Sequence[Point], distance: float) -> Point:
    for a, b in pairwise(course):
        size = math.dist(a, b)
        if size >= distance and size > 0:
            return a[0] + (b[0] - a[0]) * distance / size, a[1] + (b[1] - a[1]) * distance / size
        distance -= size
    return course[-1]

"""Brackets: lines beside boxes that say that these belong together."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evalmode.board.reading.geometry import around, to_shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evalmode.board.drawing import Rect
    from evalmode.board.reading.elements import Element, Point
    from evalmode.board.reading.shapes import Shape

__all__ = ["Bracket", "find_brackets"]

REACH = 140.0


@dataclass(frozen=True, slots=True)
class Bracket:
    """A bracket.

    Args:
        id: Of its line.
        rect: Around the boxes it holds together.
        line: Its own place.
        members: The boxes.
    """

    id: str
    rect: Rect
    line: Rect
    members: tuple[str, ...]


def find_brackets(lines: Sequence[Element], shapes: Sequence[Shape]) -> dict[str, Bracket]:
    """All brackets among some lines: straight ones with two short arms, or curly ones, that span boxes beside them."""
    found = {}
    for line in lines:
        side = _open_side(line)
        if side is None or any(to_shape(end, shape.rect, shape.form) <= 8 for end in ends_of(line) for shape in shapes):
            continue
        members = [shape for shape in shapes if _beside(line.rect, side, shape.rect)]
        if members:
            rect = around([shape.rect for shape in members])
            found[line.id] = Bracket(line.id, rect, line.rect, tuple(shape.id for shape in members))
    return found


def ends_of(line: Element) -> tuple[Point, Point]:
    """Where a stroke begins and ends."""
    return line.points[0], line.points[-1]


def _open_side(line: Element) -> tuple[int, int] | None:
    """To which side a bracket opens, as a unit step; ``None`` for a line that is no bracket."""
    if len(line.points) < 4 or line.start_head or line.end_head or line.start or line.end:
        return None
    first, last, rect = line.points[0], line.points[-1], line.rect
    long, thin = max(rect.width, rect.height), min(rect.width, rect.height)
    if long < 60 or thin > 0.3 * long or thin < 4 or math.dist(first, last) < 0.9 * long:
        return None
    cx, cy = rect.centre
    if rect.height >= rect.width:
        if (first[0] - cx) * (last[0] - cx) <= 0:
            return None
        return (1 if first[0] > cx else -1), 0
    if (first[1] - cy) * (last[1] - cy) <= 0:
        return None
    return 0, (1 if first[1] > cy else -1)


def _beside(line: Rect, side: tuple[int, int], box: Rect) -> bool:
    """Whether a box lies on the open side of a bracket and within its span."""
    (cx, cy), (bx, by) = line.centre, box.centre
    if side[0]:
        near = (box.x - line.x) if side[0] > 0 else (line.x + line.width - box.x - box.width)
        return line.y - 10 <= by <= line.y + line.height + 10 and -10 <= near <= REACH and (bx - cx) * side[0] > 0
    near = (box.y - line.y) if side[1] > 0 else (line.y + line.height - box.y - box.height)
    return line.x - 10 <= bx <= line.x + line.width + 10 and -10 <= near <= REACH and (by - cy) * side[1] > 0

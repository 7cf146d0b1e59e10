"""Paths of SVG through the points of an arrow, and the place of its words."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from evalmode.board.drawing import Arrow, Rect
from evalmode.board.layout.measure import LABEL_FONT, text_size

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["bowed", "cornered", "words_at", "words_rect"]

Point = tuple[float, float]
_CORNER = 14.0
_BESIDE = 9.0


def cornered(points: Sequence[Point]) -> str:
    """Straight lines with rounded corners."""
    parts = [f"M{_at(points[0])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        parts.append(f"L{_at(_towards(corner, before))} Q{_at(corner)} {_at(_towards(corner, after))}")
    return " ".join([*parts, f"L{_at(points[-1])}"])


def _towards(corner: Point, other: Point) -> Point:
    """A point on the way from a corner, close enough that the ways of two corners do not meet."""
    dx, dy = other[0] - corner[0], other[1] - corner[1]
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    share = min(_CORNER, length / 2) / length
    return corner[0] + dx * share, corner[1] + dy * share


def bowed(points: Sequence[Point]) -> str:
    """One smooth line through all points, which leaves and arrives level where it goes round."""
    if len(points) == 4 and abs(points[1][0] - points[2][0]) < 1:
        (ax, ay), (lane, above), (_, below), (bx, by) = points
        into = f"M{_at((ax, ay))} Q{_at((lane, ay))} {_at((lane, above))}"
        return f"{into} L{_at((lane, below))} Q{_at((lane, by))} {_at((bx, by))}"
    parts = [f"M{_at(points[0])}"]
    padded = [points[0], *points, points[-1]]
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        one = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        two = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        parts.append(f"C{_at(one)} {_at(two)} {_at(end)}")
    return " ".join(parts)


def words_at(points: Sequence[Point], height: float, *, curved: bool) -> tuple[float, float, str]:
    """Left edge, middle or right edge (as the anchor says) and top of the words beside an arrow."""
    if len(points) == 4 and abs(points[1][0] - points[2][0]) < 1:
        lane, ends = points[1][0], (points[0][0] + points[3][0]) / 2
        left = lane < ends
        y = (points[1][1] + points[2][1]) / 2 - height / 2
        return lane - _BESIDE if left else lane + _BESIDE, y, "end" if left else "start"
    parts = list(pairwise(points))
    (ax, ay), (bx, by) = parts[len(parts) // 2 if curved else 0]
    x, y = (ax + bx) / 2, (ay + by) / 2
    if abs(by - ay) < 12:
        return x, y - height - 5, "middle"
    if abs(bx - ax) < 12:
        return x + _BESIDE, y - height / 2, "start"
    rightwards = (bx > ax) == (by > ay)
    return (x + 6, y - height, "start") if rightwards else (x - 6, y - height, "end")


def words_rect(arrow: Arrow, points: Sequence[Point]) -> Rect:
    """The place of the words beside an arrow."""
    width, height = text_size(arrow.label, LABEL_FONT)
    x, y, anchor = words_at(points, height, curved=arrow.curved)
    return Rect(x - {"start": 0.0, "middle": width / 2, "end": width}[anchor], y, width, height)


def _at(point: Point) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}"

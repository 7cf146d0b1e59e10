"""Distances between points, courses and shapes, and an index of places."""

from __future__ import annotations

import math
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Generic, TypeVar

from evalmode.board.drawing import Form, Rect

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from evalmode.board.reading.elements import Point

__all__ = [
    "Grid",
    "around",
    "beyond",
    "deviation",
    "gap",
    "heading",
    "holds",
    "length",
    "middle",
    "nearest_on",
    "overlap",
    "to_course",
    "to_shape",
    "widened",
]

Item = TypeVar("Item")
CELL = 120.0
MOST_CELLS = 400


class Grid(Generic[Item]):
    """Finds what lies near a place without looking at everything.

    Args:
        items: What to put in, each at its place.
        cell: The side of a cell, in scene units: about as far as is looked around a place.
    """

    def __init__(self, items: Iterable[tuple[Item, Rect]] = (), cell: float = CELL) -> None:
        self._cell = cell
        self._items: list[Item] = []
        self._cells: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        self._wide: list[int] = []
        for item, rect in items:
            self.add(item, rect)

    def add(self, item: Item, rect: Rect) -> None:
        """Put something at its place."""
        self._put(item, [rect])

    def add_course(self, item: Item, course: Sequence[Point]) -> None:
        """Put a course in, so that it is found near where it runs and not all over the rectangle around it."""
        rects = []
        for (ax, ay), (bx, by) in pairwise(course):
            steps = max(1, math.ceil(math.hypot(bx - ax, by - ay) / (2 * self._cell)))
            if steps > MOST_CELLS:
                rects.append(_spanned(ax, ay, bx - ax, by - ay))
                continue
            width, height = (bx - ax) / steps, (by - ay) / steps
            rects += [_spanned(ax + width * n, ay + height * n, width, height) for n in range(steps)]
        self._put(item, rects)

    def near(self, rect: Rect) -> list[Item]:
        """Everything that may meet a rectangle, each once, in the order in which it was put in."""
        cells = _cells(rect, self._cell)
        if cells is None:
            return self._items
        found = set(self._wide)
        for cell in cells:
            found.update(self._cells.get(cell, ()))
        return [self._items[number] for number in sorted(found)]

    def _put(self, item: Item, rects: Sequence[Rect]) -> None:
        number = len(self._items)
        self._items.append(item)
        cells: set[tuple[int, int]] = set()
        for rect in rects:
            more = _cells(rect, self._cell)
            if more is None or len(cells) > MOST_CELLS:
                self._wide.append(number)
                return
            cells.update(more)
        for cell in cells:
            self._cells[cell].append(number)


def _spanned(x: float, y: float, width: float, height: float) -> Rect:
    return Rect(min(x, x + width), min(y, y + height), abs(width), abs(height))


def _cells(rect: Rect, cell: float) -> list[tuple[int, int]] | None:
    left, right = math.floor(rect.x / cell), math.floor((rect.x + rect.width) / cell)
    top, bottom = math.floor(rect.y / cell), math.floor((rect.y + rect.height) / cell)
    if (right - left + 1) * (bottom - top + 1) > MOST_CELLS:
        return None
    return [(column, row) for column in range(left, right + 1) for row in range(top, bottom + 1)]


def widened(rect: Rect, by: float) -> Rect:
    """A rectangle with a margin."""
    return Rect(rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by)


def around(rects: Sequence[Rect]) -> Rect:
    """The smallest rectangle around some."""
    left, top = min(rect.x for rect in rects), min(rect.y for rect in rects)
    right, bottom = max(rect.x + rect.width for rect in rects), max(rect.y + rect.height for rect in rects)
    return Rect(left, top, right - left, bottom - top)


def holds(rect: Rect, point: Point, margin: float = 0.0) -> bool:
    """Whether a point lies in a rectangle."""
    return (
        rect.x - margin <= point[0] <= rect.x + rect.width + margin
        and rect.y - margin <= point[1] <= rect.y + rect.height + margin
    )


def gap(one: Rect, other: Rect) -> float:
    """How far two rectangles are apart; 0 if they touch or overlap."""
    dx = max(one.x - other.x - other.width, other.x - one.x - one.width, 0.0)
    dy = max(one.y - other.y - other.height, other.y - one.y - one.height, 0.0)
    return math.hypot(dx, dy)


def overlap(inner: Rect, outer: Rect) -> float:
    """Which part of the area of one rectangle lies in another, 0 to 1."""
    width = min(inner.x + inner.width, outer.x + outer.width) - max(inner.x, outer.x)
    height = min(inner.y + inner.height, outer.y + outer.height) - max(inner.y, outer.y)
    if width < 0 or height < 0:
        return 0.0
    return (width + 1e-9) * (height + 1e-9) / ((inner.width + 1e-9) * (inner.height + 1e-9))


def to_shape(point: Point, rect: Rect, form: Form) -> float:
    """How far a point is from a shape; 0 inside it."""
    cx, cy = rect.centre
    dx, dy = abs(point[0] - cx), abs(point[1] - cy)
    if form in {"ellipse", "diamond"} and rect.width > 0 and rect.height > 0:
        across, down = 2 * dx / rect.width, 2 * dy / rect.height
        scale = math.hypot(across, down) if form == "ellipse" else across + down
        return 0.0 if scale <= 1 else math.hypot(dx, dy) * (1 - 1 / scale)
    return math.hypot(max(dx - rect.width / 2, 0.0), max(dy - rect.height / 2, 0.0))


def nearest_on(point: Point, course: Sequence[Point]) -> tuple[float, float]:
    """The distance from a point to a course, and how far along the course its nearest place is."""
    best, where, passed = math.inf, 0.0, 0.0
    for (ax, ay), (bx, by) in pairwise(course):
        dx, dy = bx - ax, by - ay
        size = math.hypot(dx, dy)
        part = 0.0 if size == 0 else min(1.0, max(0.0, ((point[0] - ax) * dx + (point[1] - ay) * dy) / size**2))
        distance = math.hypot(point[0] - ax - part * dx, point[1] - ay - part * dy)
        if distance < best:
            best, where = distance, passed + part * size
        passed += size
    return best, where


def length(course: Sequence[Point]) -> float:
    """How long a course is."""
    return sum(math.dist(a, b) for a, b in pairwise(course))


def middle(course: Sequence[Point]) -> Point:
    """The point half way along a course."""
    left = length(course) / 2
    for a, b in pairwise(course):
        size = math.dist(a, b)
        if size >= left > 0:
            return a[0] + (b[0] - a[0]) * left / size, a[1] + (b[1] - a[1]) * left / size
        left -= size
    return course[-1]


def heading(course: Sequence[Point]) -> Point:
    """The direction in which a course ends, of length 1, looked at over its last dozen units."""
    end = course[-1]
    start = next((point for point in reversed(course) if math.dist(point, end) >= 12), course[0])
    size = math.dist(start, end)
    return (0.0, 0.0) if size == 0 else ((end[0] - start[0]) / size, (end[1] - start[1]) / size)


def beyond(point: Point, direction: Point, rect: Rect, most: float) -> float:
    """How far ahead of a point a rectangle is met, or infinity if not within ``most``."""
    enter, leave = 0.0, most
    for at, step, low, extent in (
        (point[0], direction[0], rect.x, rect.width),
        (point[1], direction[1], rect.y, rect.height),
    ):
        if abs(step) < 1e-9:
            if not low <= at <= low + extent:
                return math.inf
            continue
        first, last = sorted(((low - at) / step, (low + extent - at) / step))
        enter, leave = max(enter, first), min(leave, last)
    return enter if enter <= leave else math.inf


def to_course(rect: Rect, course: Sequence[Point]) -> float:
    """How far a rectangle is from a course; 0 where the course runs through it."""
    best = math.inf
    for (ax, ay), (bx, by) in pairwise(course):
        size = math.hypot(bx - ax, by - ay)
        if size and beyond((ax, ay), ((bx - ax) / size, (by - ay) / size), rect, size) < math.inf:
            return 0.0
        best = min(best, to_shape((ax, ay), rect, "rectangle"), to_shape((bx, by), rect, "rectangle"))
    for corner in _corners(rect):
        best = min(best, nearest_on(corner, course)[0])
    return best


def _corners(rect: Rect) -> tuple[Point, ...]:
    right, bottom = rect.x + rect.width, rect.y + rect.height
    return (rect.x, rect.y), (right, rect.y), (right, bottom), (rect.x, bottom)


def deviation(course: Sequence[Point]) -> float:
    """How far a course strays from the straight line between its ends."""
    chord = (course[0], course[-1])
    return max((nearest_on(point, chord)[0] for point in course[1:-1]), default=0.0)

"""The course of arrows that go round: skips, what leads back, and what would run through a box."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from evalmode.board.drawing import Box, Rect
from evalmode.board.layout.ports import UPRIGHT, Lane, level, ports

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from evalmode.board.layout.routes import Point
from evalmode.board.layout.strips import Strips

__all__ = ["Detour", "detours"]

_LANE = 24.0
_HIT = 1000.0
_BRUSH = 150.0
_OTHER_SIDE = 40.0
_TURN = 130.0
_FAR = 90.0
_SLOPE = 40.0


@dataclass(frozen=True, slots=True)
class Detour:
    """An arrow that goes round.

    Args:
        arrow: Its id.
        source: The box it leaves.
        target: The box it reaches.
        label: Width of the words beside it.
        left: Whether it rather goes round on the left.
        curved: Whether it is drawn as a curve.
    """

    arrow: str
    source: Box
    target: Box
    label: float
    left: bool
    curved: bool


def detours(
    ways: Sequence[Detour],
    obstacles: Sequence[Rect],
    words: Sequence[Rect],
    others: Mapping[str, tuple[Point, ...]],
) -> dict[str, tuple[Point, ...]]:
    """Arrow → its points. Short ones stay inside of long ones, and those that meet at a side of a box share it.

    Args:
        ways: The arrows.
        obstacles: Boxes and the sides of frames.
        words: The places of words, which are passed where there is no better way.
        others: The courses of other arrows.
    """
    solid = set(obstacles)
    taken = Strips((*obstacles, *words))
    for course in others.values():
        for one, two in pairwise(course):
            taken.add(_upright(one, two))
    lanes: dict[str, Lane] = {}
    for way in sorted(ways, key=_height):
        lane = min(_lanes(way, taken, solid), key=lambda one: one[0])[1]
        lanes[way.arrow] = lane
        ys = sorted((way.source.rect.centre[1], way.target.rect.centre[1]))
        begin = lane.x - way.label if lane.x < way.source.rect.centre[0] else lane.x
        taken.add(Rect(begin, ys[0], way.label + 1, max(1.0, ys[1] - ys[0])))
    used = Strips(Rect(*end) for course in others.values() for end in (course[0], course[-1]))
    found = ports([(way.arrow, way.source, way.target, lanes[way.arrow]) for way in ways], used)
    return {way.arrow: _course(lanes[way.arrow], way, *found[way.arrow]) for way in ways}


def _upright(one: Point, two: Point) -> Rect:
    """The place that a steep part of a course takes; nothing for a level one."""
    height = abs(one[1] - two[1])
    return Rect(min(one[0], two[0]), min(one[1], two[1]), 1, height if abs(one[0] - two[0]) < height / 4 else 0)


def _height(way: Detour) -> float:
    return abs(way.source.rect.centre[1] - way.target.rect.centre[1])


def _lanes(way: Detour, taken: Strips, solid: set[Rect]) -> Iterator[tuple[float, Lane]]:
    """Ways on either side and, if the boxes stand side by side, between them; with what each costs."""
    one, two = way.source.rect, way.target.rect
    ys = sorted((one.centre[1], two.centre[1]))
    here = taken.between(*ys)
    left = _free(min(one.x, two.x) - _LANE, here, left=True)
    right = _free(max(one.x + one.width, two.x + two.width) + _LANE, here, left=False)
    found = [Lane(left, "left", "left"), Lane(right, "right", "right")]
    if two.x - (one.x + one.width) > 2 * _LANE:
        found.append(Lane(_free(one.x + one.width + _LANE, here, left=False), "right", "left"))
        found.append(Lane(_free(two.x - _LANE, here, left=True), "right", "left"))
    elif one.x - (two.x + two.width) > 2 * _LANE:
        found.append(Lane(_free(one.x - _LANE, here, left=True), "left", "right"))
        found.append(Lane(_free(two.x + two.width + _LANE, here, left=False), "left", "right"))
    if abs(two.centre[1] - one.centre[1]) > _FAR:
        found += [turned for lane in found for turned in _turned(lane, down=two.centre[1] > one.centre[1])]
    else:
        found += [Lane(one.centre[0], side, side) for side in ("bottom", "top")]
    for lane in found:
        cost = abs(lane.x - one.centre[0]) + abs(lane.x - two.centre[0])
        cost += _hits(one, lane.x, lane.leaves, taken, solid) + _hits(two, lane.x, lane.reaches, taken, solid)
        cost += _TURN * ((lane.leaves in UPRIGHT) + (lane.reaches in UPRIGHT))
        yield cost + (_OTHER_SIDE if (lane.x < one.centre[0]) != way.left else 0.0), lane


def _turned(lane: Lane, *, down: bool) -> Iterator[Lane]:
    """The same way from below the source or to above the target, where the sides are not free."""
    out, into = ("bottom", "top") if down else ("top", "bottom")
    yield replace(lane, reaches=into)
    yield replace(lane, leaves=out)
    yield replace(lane, leaves=out, reaches=into)


def _free(x: float, here: Sequence[Rect], *, left: bool) -> float:
    """The nearest upright way from ``x`` outwards that meets nothing."""
    while True:
        hit = [one for one in here if one.x - _LANE * 0.7 < x < one.x + one.width + _LANE * 0.7]
        if not hit:
            return x
        x = min(one.x for one in hit) - _LANE if left else max(one.x + one.width for one in hit) + _LANE


def _hits(box: Rect, x: float, side: str, taken: Strips, solid: set[Rect]) -> float:
    """What it costs that the level way from a box to a lane meets others; a lane on the wrong side meets the box."""
    if side in UPRIGHT:
        edge, y = box.centre[0], level(box, side)
    else:
        edge, y = (box.x if side == "left" else box.x + box.width), box.centre[1]
        if (x > edge) == (side == "left"):
            return 3 * _HIT
    low, high = min(x, edge), max(x, edge)
    return sum(
        _HIT if one in solid else _BRUSH
        for one in taken.between(y - 0.01, y + 0.01)
        if one.width > 8 and one.y < y < one.y + one.height and one.x < high - 1 and one.x + one.width > low + 1
    )


def _course(lane: Lane, way: Detour, first: Point, last: Point) -> tuple[Point, ...]:
    slope = min(_SLOPE, abs(last[1] - first[1]) / 4) if way.curved else 0.0
    slope = slope if last[1] >= first[1] else -slope
    points = [first]
    if lane.leaves in UPRIGHT:
        y = level(way.source.rect, lane.leaves)
        points += [(first[0], y), (lane.x, y)]
    else:
        points.append((lane.x, first[1] + slope))
    if lane.reaches in UPRIGHT:
        y = level(way.target.rect, lane.reaches)
        points += [(lane.x, y), (last[0], y)]
    else:
        points.append((lane.x, last[1] - slope))
    points.append(last)
    return tuple(point for number, point in enumerate(points) if not number or point != points[number - 1])

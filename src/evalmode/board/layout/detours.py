"""The course of arrows that go round: skips, what leads back, and what would run through a box."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from evalmode.board.drawing import Box, Rect
from evalmode.board.layout.routes import Point, on_side

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["Detour", "detours"]

_LANE = 24.0
_PORT = 17.0
_HIT = 400.0
_OTHER_SIDE = 40.0
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


@dataclass(frozen=True, slots=True)
class _Lane:
    """An upright way.

    Args:
        x: Where it is.
        leaves: The side of the source at which it begins.
        reaches: The side of the target at which it ends.
    """

    x: float
    leaves: str
    reaches: str


def detours(
    ways: Sequence[Detour], obstacles: Sequence[Rect], others: Mapping[str, tuple[Point, ...]]
) -> dict[str, tuple[Point, ...]]:
    """Arrow → its points. Short ones stay inside of long ones, and those that meet at a side of a box share it.

    Args:
        ways: The arrows.
        obstacles: Boxes and the sides of frames.
        others: The courses of other arrows.
    """
    taken = [*obstacles, *(_upright(one, two) for course in others.values() for one, two in pairwise(course))]
    lanes: dict[str, _Lane] = {}
    for way in sorted(ways, key=_height):
        lane = min(_lanes(way, taken), key=lambda one: one[0])[1]
        lanes[way.arrow] = lane
        ys = sorted((way.source.rect.centre[1], way.target.rect.centre[1]))
        words = lane.x - way.label if lane.leaves == "left" else lane.x
        taken.append(Rect(words, ys[0], way.label + 1, max(1.0, ys[1] - ys[0])))
    ports = _ports(ways, lanes, {end for course in others.values() for end in (course[0], course[-1])})
    return {way.arrow: _course(lanes[way.arrow], *ports[way.arrow], curved=way.curved) for way in ways}


def _upright(one: Point, two: Point) -> Rect:
    """The place that a steep part of a course takes; nothing for a level one."""
    height = abs(one[1] - two[1])
    return Rect(min(one[0], two[0]), min(one[1], two[1]), 1, height if abs(one[0] - two[0]) < height / 4 else 0)


def _height(way: Detour) -> float:
    return abs(way.source.rect.centre[1] - way.target.rect.centre[1])


def _lanes(way: Detour, taken: Sequence[Rect]) -> Iterator[tuple[float, _Lane]]:
    """Ways on either side and, if the boxes stand side by side, between them; with what each costs."""
    one, two = way.source.rect, way.target.rect
    ys = sorted((one.centre[1], two.centre[1]))
    here = [rect for rect in taken if rect.y < ys[1] and rect.y + rect.height > ys[0]]
    left = _free(min(one.x, two.x) - _LANE, here, left=True)
    right = _free(max(one.x + one.width, two.x + two.width) + _LANE, here, left=False)
    found = [_Lane(left, "left", "left"), _Lane(right, "right", "right")]
    if two.x - (one.x + one.width) > 2 * _LANE:
        found.append(_Lane(_free(one.x + one.width + _LANE, here, left=False), "right", "left"))
        found.append(_Lane(_free(two.x - _LANE, here, left=True), "right", "left"))
    elif one.x - (two.x + two.width) > 2 * _LANE:
        found.append(_Lane(_free(one.x - _LANE, here, left=True), "left", "right"))
        found.append(_Lane(_free(two.x + two.width + _LANE, here, left=False), "left", "right"))
    for lane in found:
        cost = abs(lane.x - one.centre[0]) + abs(lane.x - two.centre[0])
        cost += _HIT * (_hits(one, lane.x, lane.leaves, taken) + _hits(two, lane.x, lane.reaches, taken))
        yield cost + (_OTHER_SIDE if (lane.leaves == "left") != way.left else 0.0), lane


def _free(x: float, here: Sequence[Rect], *, left: bool) -> float:
    """The nearest upright way from ``x`` outwards that meets nothing."""
    while True:
        hit = [one for one in here if one.x - _LANE * 0.7 < x < one.x + one.width + _LANE * 0.7]
        if not hit:
            return x
        x = min(one.x for one in hit) - _LANE if left else max(one.x + one.width for one in hit) + _LANE


def _hits(box: Rect, x: float, side: str, taken: Sequence[Rect]) -> int:
    """How much the level way from a side of a box to a lane meets; a lane on the wrong side meets the box."""
    y = box.centre[1]
    edge = box.x if side == "left" else box.x + box.width
    if (x > edge) == (side == "left"):
        return 3
    low, high = min(x, edge), max(x, edge)
    return sum(
        1
        for one in taken
        if one.width > 8 and one.y < y < one.y + one.height and one.x < high - 1 and one.x + one.width > low + 1
    )


def _ports(ways: Sequence[Detour], lanes: dict[str, _Lane], used: set[Point]) -> dict[str, tuple[Point, Point]]:
    """Where each arrow leaves and arrives: above the others at that side if it goes up further."""
    ends: dict[tuple[str, str], list[tuple[float, str, int, Box]]] = {}
    for way in ways:
        lane = lanes[way.arrow]
        for place, (own, far, side) in enumerate(
            ((way.source, way.target, lane.leaves), (way.target, way.source, lane.reaches))
        ):
            ends.setdefault((own.id, side), []).append((far.rect.centre[1], way.arrow, place, own))
    found: dict[tuple[str, int], Point] = {}
    for (_, side), group in ends.items():
        group.sort(key=lambda end: (end[0], end[2]))
        rect = group[0][3].rect
        step = min(_PORT, rect.height * 0.7 / len(group))
        for number, (other, arrow, place, box) in enumerate(group):
            shift = (number - (len(group) - 1) / 2) * step
            port = _at_side(box, side, shift)
            if any(abs(port[0] - x) < _PORT and abs(port[1] - y) < _PORT / 2 for x, y in used):
                port = _at_side(box, side, shift + (step if other > box.rect.centre[1] else -step))
            found[arrow, place] = port
    return {way.arrow: (found[way.arrow, 0], found[way.arrow, 1]) for way in ways}


def _at_side(box: Box, side: str, shift: float) -> Point:
    x, y = on_side(box.rect, side, box.rect.centre[1] + shift)
    if box.form == "ellipse":
        radius = box.rect.width / 2
        inwards = radius - max(radius**2 - shift**2, 0.0) ** 0.5
        x += inwards if side == "left" else -inwards
    return x, y


def _course(lane: _Lane, first: Point, last: Point, *, curved: bool) -> tuple[Point, ...]:
    slope = min(_SLOPE, abs(last[1] - first[1]) / 4) if curved else 0.0
    slope = slope if last[1] >= first[1] else -slope
    return first, (lane.x, first[1] + slope), (lane.x, last[1] - slope), last

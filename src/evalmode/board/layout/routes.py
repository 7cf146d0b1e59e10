"""The course of each arrow: straight between neighbouring rows, through bends on long ways, and round at the side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from evalmode.board.drawing import Box, Rect
from evalmode.board.layout.positions import spread

__all__ = ["Course", "Detour", "Point", "detours", "moved", "straight_courses"]

Point = tuple[float, float]
_TIP = 4.0
_APART = 20.0
_LANE = 26.0


@dataclass(frozen=True, slots=True)
class Course:
    """An arrow on its straight way.

    Args:
        arrow: Its id.
        source: The box it leaves.
        target: The box it reaches.
        bends: Points on its way.
    """

    arrow: str
    source: Box
    target: Box
    bends: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Detour:
    """An arrow that goes round.

    Args:
        arrow: Its id.
        source: The box it leaves.
        target: The box it reaches.
        around: The units that hold these boxes, which it may not cut.
        label: Width of the words beside it.
        left: Whether it rather goes round on the left.
    """

    arrow: str
    source: Box
    target: Box
    around: tuple[Rect, Rect]
    label: float
    left: bool


@dataclass(slots=True)
class _End:
    box: Box
    side: str
    aim: Point
    at: Point = (0.0, 0.0)


def straight_courses(courses: Sequence[Course]) -> dict[str, tuple[Point, ...]]:
    """Arrow → its points. Arrows that meet at one side of a box share it out."""
    ends: dict[str, tuple[_End, _End]] = {}
    sides: dict[tuple[str, str], list[_End]] = {}
    for course in courses:
        one, two = _sides(course)
        first = course.bends[0] if course.bends else course.target.rect.centre
        last = course.bends[-1] if course.bends else course.source.rect.centre
        pair = (_End(course.source, one, first), _End(course.target, two, last))
        ends[course.arrow] = pair
        for end in pair:
            sides.setdefault((end.box.id, end.side), []).append(end)
    for group in sides.values():
        _share(group)
    return {
        course.arrow: _simplified((ends[course.arrow][0].at, *course.bends, ends[course.arrow][1].at))
        for course in courses
    }


def _sides(course: Course) -> tuple[str, str]:
    source, target = course.source.rect, course.target.rect
    if target.y >= source.y + source.height or course.bends:
        return "bottom", "top"
    if target.y + target.height <= source.y:
        return "top", "bottom"
    return ("right", "left") if target.centre[0] >= source.centre[0] else ("left", "right")


def _share(ends: list[_End]) -> None:
    """Gives each arrow at one side of a box its own place there."""
    box, side = ends[0].box, ends[0].side
    upright = side in {"left", "right"}
    middle, half = _extent(box.rect, upright=upright)
    ends.sort(key=lambda end: end.aim[upright])
    if len(ends) == 1:
        wishes = [middle]
    else:
        wishes = [min(max(end.aim[upright], middle - half * 0.62), middle + half * 0.62) for end in ends]
    gap = min(_APART, half * 1.6 / max(1, len(ends) - 1))
    places = spread(wishes, [1.0] * len(ends), [gap] * (len(ends) - 1))
    least, most = middle - half * 0.8, middle + half * 0.8
    for end, place in zip(ends, places, strict=True):
        along = min(max(place, least), most)
        end.at = _on_circle(box.rect, end.aim) if box.form == "ellipse" and len(ends) > 1 else _on_side(box.rect, side, along)


def _extent(rect: Rect, *, upright: bool) -> tuple[float, float]:
    return (rect.centre[1], rect.height / 2) if upright else (rect.centre[0], rect.width / 2)


def _on_side(rect: Rect, side: str, along: float) -> Point:
    match side:
        case "top":
            return along, rect.y - _TIP
        case "bottom":
            return along, rect.y + rect.height + _TIP
        case "left":
            return rect.x - _TIP, along
        case _:
            return rect.x + rect.width + _TIP, along


def _on_circle(rect: Rect, aim: Point) -> Point:
    """Where the straight way from a circle's middle to a point leaves it."""
    x, y = rect.centre
    away = ((aim[0] - x) ** 2 + (aim[1] - y) ** 2) ** 0.5 or 1.0
    reach = rect.width / 2 + _TIP
    return x + (aim[0] - x) / away * reach, y + (aim[1] - y) / away * reach


def _simplified(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Points without those on the straight way between their neighbours."""
    kept = [points[0]]
    for number, point in enumerate(points[1:-1], start=1):
        (ax, ay), (bx, by) = kept[-1], points[number + 1]
        if abs((bx - ax) * (point[1] - ay) - (by - ay) * (point[0] - ax)) > 2.0 * (abs(bx - ax) + abs(by - ay)):
            kept.append(point)
    return (*kept, points[-1])


@dataclass(slots=True)
class _Lanes:
    """What stands in the way of arrows that go round: units, and arrows that already do."""

    obstacles: list[Rect]
    used: dict[tuple[str, str], int] = field(default_factory=dict)

    def lane(self, start: float, top: float, bottom: float, *, left: bool) -> float:
        """The nearest upright way from ``start`` outwards that meets nothing between top and bottom."""
        here = [one for one in self.obstacles if one.y < bottom and one.y + one.height > top]
        x = start
        while True:
            hit = [one for one in here if one.x - _LANE / 2 < x < one.x + one.width + _LANE / 2]
            if not hit:
                return x
            x = min(one.x for one in hit) - _LANE if left else max(one.x + one.width for one in hit) + _LANE

    def cut(self, y: float, begin: float, end: float, own: Rect) -> int:
        """How many units a level way meets."""
        low, high = min(begin, end), max(begin, end)
        return sum(
            1
            for one in self.obstacles
            if one.y < y < one.y + one.height and one.x < high and one.x + one.width > low and one != own
        )


def detours(ways: Sequence[Detour], obstacles: Sequence[Rect]) -> dict[str, tuple[Point, ...]]:
    """Arrow → its points, for arrows that go round; short ones stay inside of long ones."""
    lanes = _Lanes(list(obstacles))
    found: dict[str, tuple[Point, ...]] = {}
    for way in sorted(ways, key=lambda way: abs(way.source.rect.centre[1] - way.target.rect.centre[1])):
        found[way.arrow] = _around(way, lanes)
    return found


def _around(way: Detour, lanes: _Lanes) -> tuple[Point, ...]:
    ys = way.source.rect.centre[1], way.target.rect.centre[1]
    top, bottom = min(ys), max(ys)
    best: tuple[float, str, float] | None = None
    for side in ("left", "right"):
        left = side == "left"
        edges = [one.x - _LANE if left else one.x + one.width + _LANE for one in way.around]
        x = lanes.lane(min(edges) if left else max(edges), top, bottom, left=left)
        cost = abs(x - way.source.rect.centre[0]) + abs(x - way.target.rect.centre[0])
        cost += 400 * (lanes.cut(ys[0], way.source.rect.centre[0], x, way.around[0]))
        cost += 400 * (lanes.cut(ys[1], way.target.rect.centre[0], x, way.around[1]))
        cost += 0 if left == way.left else 40
        if best is None or cost < best[0]:
            best = (cost, side, x)
    _, side, x = best or (0.0, "right", 0.0)
    out = -1 if side == "left" else 1
    lanes.obstacles.append(Rect(x - (way.label if out < 0 else 0), top, way.label + 1, max(1.0, bottom - top)))
    first, last = _port(way.source, side, lanes), _port(way.target, side, lanes)
    slope = min(26.0, abs(last[1] - first[1]) / 4)
    slope = slope if last[1] >= first[1] else -slope
    return first, (x, first[1] + slope), (x, last[1] - slope), last


def _port(box: Box, side: str, lanes: _Lanes) -> Point:
    """The next free place at the left or right of a box."""
    used = lanes.used.get((box.id, side), 0)
    lanes.used[box.id, side] = used + 1
    shift = (used + 1) // 2 * min(14.0, box.rect.height / 6) * (-1 if used % 2 else 1)
    return _on_side(box.rect, side, box.rect.centre[1] + shift)


def moved(points: Mapping[str, tuple[Point, ...]], dx: float, dy: float) -> dict[str, tuple[Point, ...]]:
    """Courses at another place."""
    return {arrow: tuple((x + dx, y + dy) for x, y in course) for arrow, course in points.items()}

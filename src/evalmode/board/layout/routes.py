"""The course of arrows that go straight: between neighbouring rows, and through bends on long ways."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from evalmode.board.layout.positions import spread

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from evalmode.board.drawing import Box, Rect

__all__ = ["TIP", "Course", "Point", "meets", "moved", "on_side", "straight_courses"]

Point = tuple[float, float]
TIP = 4.0
_APART = 20.0


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
        end.at = (
            _on_circle(box.rect, end.aim) if box.form == "ellipse" and len(ends) > 1 else on_side(box.rect, side, along)
        )


def _extent(rect: Rect, *, upright: bool) -> tuple[float, float]:
    return (rect.centre[1], rect.height / 2) if upright else (rect.centre[0], rect.width / 2)


def on_side(rect: Rect, side: str, along: float) -> Point:
    """A point at a side of a box, as far away as an arrow's tip keeps."""
    match side:
        case "top":
            return along, rect.y - TIP
        case "bottom":
            return along, rect.y + rect.height + TIP
        case "left":
            return rect.x - TIP, along
        case _:
            return rect.x + rect.width + TIP, along


def _on_circle(rect: Rect, aim: Point) -> Point:
    """Where the straight way from a circle's middle to a point leaves it."""
    x, y = rect.centre
    away = ((aim[0] - x) ** 2 + (aim[1] - y) ** 2) ** 0.5 or 1.0
    reach = rect.width / 2 + TIP
    return x + (aim[0] - x) / away * reach, y + (aim[1] - y) / away * reach


def _simplified(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Points without those on the straight way between their neighbours."""
    kept = [points[0]]
    for number, point in enumerate(points[1:-1], start=1):
        (ax, ay), (bx, by) = kept[-1], points[number + 1]
        if abs((bx - ax) * (point[1] - ay) - (by - ay) * (point[0] - ax)) > 2.0 * (abs(bx - ax) + abs(by - ay)):
            kept.append(point)
    return (*kept, points[-1])


def meets(points: Sequence[Point], rects: Sequence[Rect]) -> bool:
    """Whether a course runs into one of these places."""
    return any(_cuts(one, two, rect) for one, two in pairwise(points) for rect in rects)


def _cuts(one: Point, two: Point, rect: Rect) -> bool:
    """Whether the way between two points passes a place (clipped to it, by Liang and Barsky)."""
    begin, end = 0.0, 1.0
    for start, step, low, high in (
        (one[0], two[0] - one[0], rect.x, rect.x + rect.width),
        (one[1], two[1] - one[1], rect.y, rect.y + rect.height),
    ):
        if abs(step) < 1e-9:
            if not low < start < high:
                return False
            continue
        enters, leaves = sorted(((low - start) / step, (high - start) / step))
        begin, end = max(begin, enters), min(end, leaves)
    return begin < end


def moved(points: Mapping[str, tuple[Point, ...]], dx: float, dy: float) -> dict[str, tuple[Point, ...]]:
    """Courses at another place."""
    return {arrow: tuple((x + dx, y + dy) for x, y in course) for arrow, course in points.items()}

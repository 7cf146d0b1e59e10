"""Words that only lie where they belong: over their box, or beside their arrow, and beside no other."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["set_free"]

Element = dict[str, Any]
Point = tuple[float, float]
_CLEARLY = 16.0


def set_free(text: Element, known: Mapping[str, Element]) -> None:
    """Takes a text from its box or arrow, unless another arrow is nearly as close: nobody could tell whose it is."""
    holder = known[text["containerId"]]
    place = (text["x"], text["y"])
    if holder["type"] == "arrow":
        (ax, ay), (bx, by) = holder["points"][0], holder["points"][-1]
        upright = abs(by - ay) >= abs(bx - ax)
        place = (place[0] + (text["width"] / 2 + 8 if upright else 0), place[1] - (0 if upright else text["height"]))
        middle = (place[0] + text["width"] / 2, place[1] + text["height"] / 2)
        own = _distance(holder, middle)
        others = [one for one in known.values() if one["type"] == "arrow" and one is not holder]
        if any(_distance(other, middle) < own + _CLEARLY for other in others):
            return
        boxes = [one for one in known.values() if one["type"] in {"rectangle", "ellipse"}]
        if any(_inside(middle, box, text["width"] / 2, text["height"] / 2) for box in boxes):
            return
    holder["boundElements"] = [one for one in holder["boundElements"] if one["id"] != text["id"]]
    text["containerId"] = None
    text["x"], text["y"] = place


def _inside(point: Point, box: Element, across: float, up: float) -> bool:
    return (
        box["x"] - across < point[0] < box["x"] + box["width"] + across
        and box["y"] - up < point[1] < box["y"] + box["height"] + up
    )


def _distance(arrow: Element, point: Point) -> float:
    return min(_to_part(one, two, point) for one, two in _parts(arrow))


def _parts(arrow: Element) -> Iterator[tuple[Point, Point]]:
    points = [(arrow["x"] + x, arrow["y"] + y) for x, y in arrow["points"]]
    return pairwise(points)


def _to_part(one: Point, two: Point, point: Point) -> float:
    """How far a point is from the way between two others."""
    dx, dy = two[0] - one[0], two[1] - one[1]
    length = dx * dx + dy * dy or 1.0
    share = min(max(((point[0] - one[0]) * dx + (point[1] - one[1]) * dy) / length, 0.0), 1.0)
    x, y = one[0] + share * dx - point[0], one[1] + share * dy - point[1]
    return float((x * x + y * y) ** 0.5)

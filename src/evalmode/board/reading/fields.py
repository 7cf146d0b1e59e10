"""One record of a file becomes an `Element`, whatever the record holds."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from evalmode.board.drawing import Rect
from evalmode.board.reading.elements import STROKES, Element, Kind, Point

__all__ = ["DamagedError", "element_of", "flag", "string"]

Record = Mapping[str, Any]

KINDS: dict[str, Kind] = {
    "rectangle": "rectangle",
    "ellipse": "ellipse",
    "diamond": "diamond",
    "image": "image",
    "iframe": "image",
    "embeddable": "image",
    "frame": "frame",
    "magicframe": "frame",
    "text": "text",
    "arrow": "arrow",
    "line": "line",
    "freedraw": "freedraw",
    "draw": "line",
}
BLACK = frozenset({"", "transparent", "#000", "#000000", "#1e1e1e", "#1b1b1f", "black"})
CLEAR = frozenset({"", "transparent", "none", "#fff", "#ffffff", "white"})
FARTHEST = 1e7
MOST_POINTS = 20_000
LONGEST_TEXT = 20_000


class DamagedError(Exception):
    """A record has no usable place.

    Args:
        kind: What it would have been.
    """

    def __init__(self, kind: Kind) -> None:
        super().__init__(kind)
        self.kind = kind


def element_of(record: Record, name: str) -> tuple[Element, ...]:
    """What a record says: nothing for kinds that mean nothing, an element, or an element and the text given in short.

    Args:
        record: As it stands in the file.
        name: The id it gets.

    Raises:
        DamagedError: Its coordinates are missing, no numbers, or beyond any canvas.
    """
    kind = KINDS.get(string(record, "type"))
    if kind is None:
        return ()
    points = _points(record, kind) if kind in STROKES else ()
    if kind in STROKES and len(points) < 2:
        return ()
    rect = _around(points) if points else _rect(record, kind)
    text = _words(record) if kind == "text" else string(record, "name") if kind == "frame" else ""
    if kind == "text" and not text.strip():
        return ()
    element = Element(
        id=name,
        kind=kind,
        rect=rect,
        points=points,
        text=text.strip()[:LONGEST_TEXT],
        container=string(record, "containerId") if kind == "text" else "",
        start=_bound(record, "start"),
        end=_bound(record, "end"),
        start_head=_head(record, "startArrowhead", ""),
        end_head=_head(record, "endArrowhead", "arrow" if kind == "arrow" else ""),
        groups=_groups(record),
        stroke=_colour(string(record, "strokeColor"), BLACK),
        fill=_colour(string(record, "backgroundColor"), CLEAR),
        dashed=string(record, "strokeStyle") in {"dashed", "dotted"},
        rounded=bool(record.get("roundness")) or string(record, "strokeSharpness") == "round",
        size=_number(record.get("fontSize"), 20.0) if kind == "text" else 0.0,
    )
    return (element, *_short_label(record, element))


def string(record: Record, key: str) -> str:
    """The string under a key, with what no text file could hold taken out; empty for anything else."""
    value = record.get(key)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value) if abs(value) < 10**18 else ""
    if not isinstance(value, str):
        return ""
    return value.encode("utf-8", "ignore").decode("utf-8").replace("\x00", "")


def _words(record: Record) -> str:
    """The words of a text without the line breaks that only make them fit into their box."""
    shown, written = string(record, "text"), string(record, "originalText")
    return written if "".join(written.split()) == "".join(shown.split()) else shown


def flag(record: Record, key: str) -> bool:
    """Whether the value under a key is true, and not merely something."""
    return record.get(key) is True


def _colour(value: str, default: frozenset[str]) -> str:
    value = value.strip().lower()
    return "" if value in default else value[:40]


def _number(value: object, default: float | None = None) -> float:
    if isinstance(value, str):
        try:
            value = float(value)
        except ValueError:
            value = None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not abs(value) <= FARTHEST:  # NaN is not
        if default is None:
            raise ValueError
        return default
    return float(value)


def _rect(record: Record, kind: Kind) -> Rect:
    try:
        x, y = _number(record.get("x")), _number(record.get("y"))
        width, height = (_number(record[key]) if key in record else _usual(record, key) for key in ("width", "height"))
    except ValueError:
        raise DamagedError(kind) from None
    x, width = (x + width, -width) if width < 0 else (x, width)
    y, height = (y + height, -height) if height < 0 else (y, height)
    angle = _number(record.get("angle"), 0.0)
    if abs(math.sin(angle)) > 0.05:
        centre = (x + width / 2, y + height / 2)
        corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
        return _around(tuple(_turned(corner, centre, angle) for corner in corners))
    return Rect(x, y, width, height)


def _usual(record: Record, key: str) -> float:
    """The extent of a record that leaves it out, as hand-written files do."""
    text = string(record, "text")
    if not text:
        return 100.0
    size, lines = _number(record.get("fontSize"), 20.0), text.split("\n")
    return size * 1.25 * len(lines) if key == "height" else size * 0.55 * max(map(len, lines))


def _points(record: Record, kind: Kind) -> tuple[Point, ...]:
    given = record.get("points")
    if not isinstance(given, list):
        given = _from_extent(record)
    if len(given) > MOST_POINTS:
        raise DamagedError(kind)
    try:
        x, y = _number(record.get("x")), _number(record.get("y"))
        points = [(x + _number(at[0]), y + _number(at[1])) for at in map(_pair, given)]
    except (ValueError, OverflowError):
        raise DamagedError(kind) from None
    angle = _number(record.get("angle"), 0.0)
    if points and abs(math.sin(angle / 2)) > 0.01:
        centre = _around(tuple(points)).centre
        points = [_turned(point, centre, angle) for point in points]
    course = [point for number, point in enumerate(points) if not number or point != points[number - 1]]
    return tuple(course)


def _from_extent(record: Record) -> list[list[object]]:
    return [[0, 0], [record.get("width"), record.get("height")]] if "width" in record or "height" in record else []


def _pair(at: object) -> tuple[object, object]:
    if isinstance(at, list) and len(at) >= 2:
        return at[0], at[1]
    if isinstance(at, dict):
        return at.get("x"), at.get("y")
    raise ValueError


def _turned(point: Point, centre: Point, angle: float) -> Point:
    dx, dy = point[0] - centre[0], point[1] - centre[1]
    return (
        centre[0] + dx * math.cos(angle) - dy * math.sin(angle),
        centre[1] + dx * math.sin(angle) + dy * math.cos(angle),
    )


def _around(points: tuple[Point, ...]) -> Rect:
    left, top = min(x for x, _ in points), min(y for _, y in points)
    return Rect(left, top, max(x for x, _ in points) - left, max(y for _, y in points) - top)


def _bound(record: Record, end: str) -> str:
    """The element an end is bound to. Only its id is relied on: the rest of a binding changed with every version."""
    for key, inner in ((f"{end}Binding", "elementId"), (end, "id")):
        binding = record.get(key)
        if isinstance(binding, dict) and string(binding, inner):
            return string(binding, inner)
        if isinstance(binding, str) and binding:
            return binding
    return ""


def _head(record: Record, key: str, default: str) -> str:
    if key not in record:
        return default
    head = string(record, key)
    return "" if head == "none" else head


def _groups(record: Record) -> tuple[str, ...]:
    groups = record.get("groupIds")
    return tuple(group for group in groups if isinstance(group, str))[:20] if isinstance(groups, list) else ()


def _short_label(record: Record, element: Element) -> tuple[Element, ...]:
    """The words of ``"label": {"text": …}``, as scenes written by programs give them."""
    label = record.get("label")
    words = string(label, "text").strip() if isinstance(label, dict) else ""
    if not words or element.kind == "text":
        return ()
    name, place = f"{element.id}:label", Rect(*element.rect.centre)
    return (Element(name, "text", place, text=words[:LONGEST_TEXT], container=element.id, size=20.0),)

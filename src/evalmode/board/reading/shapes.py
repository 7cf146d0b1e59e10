"""What arrows may meet: drawn shapes, closed courses of lines, and marks such as ⊕ that are made of strokes."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evalmode.board.drawing import Rect
from evalmode.board.reading.elements import AREAS, STROKES, Element
from evalmode.board.reading.geometry import Grid, around, length, overlap, widened

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from evalmode.board.drawing import Form

__all__ = ["Shape", "find_shapes"]

LARGEST_MARK = 110.0
LARGEST_CROSS = 70.0


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape before its words are known.

    Args:
        id: Of its leading element.
        form: What it is drawn as.
        rect: Where it is.
        elements: All it is made of, leading one first.
        colour: Its fill, else its stroke.
        sign: What its strokes draw, such as ``+``; empty if they draw nothing known.
        framed: Whether it is a frame of Excalidraw, which is never a box.
        words: The name of such a frame.
    """

    id: str
    form: Form
    rect: Rect
    elements: tuple[str, ...]
    colour: str = ""
    sign: str = ""
    framed: bool = False
    words: str = ""


def find_shapes(elements: Sequence[Element]) -> list[Shape]:
    """All shapes of a scene, from back to front. Strokes that are part of a shape stand among its elements."""
    areas = [element for element in elements if element.kind in AREAS or _closed(element)]
    strokes = [element for element in elements if element.kind in STROKES and not _closed(element)]
    small = [element for element in strokes if _small(element)]
    grid = Grid((element, element.rect) for element in small)
    taken: set[str] = set()
    shapes = []
    for area in areas:
        inside = _inside(area, grid, taken) if _round_mark(area) else []
        dots = _dots(area, areas) if _round_mark(area) else []
        sign = _sign(inside) or ("⊙" if dots and not inside else "")
        taken.update(part.id for part in (*inside, *dots))
        parts = tuple(part.id for part in (*inside, *dots))
        shapes.append(_shape(area, sign, parts))
    shapes = [shape for shape in shapes if shape.id not in taken]
    crosses = [element for element in small if element.id not in taken and _unbound(element)]
    return [*shapes, *_crosses(crosses)]


def _shape(area: Element, sign: str, parts: tuple[str, ...]) -> Shape:
    form: Form = "strokes"
    if area.kind in {"rectangle", "ellipse", "diamond", "image"}:
        form = area.kind
    if form == "ellipse" and max(area.rect.width, area.rect.height) <= 14 and not parts:
        form = "joint"
    return Shape(
        id=area.id,
        form="rectangle" if area.kind == "frame" else form,
        rect=area.rect,
        elements=(area.id, *parts),
        colour=area.fill or area.stroke,
        sign=sign,
        framed=area.kind == "frame",
        words=area.text if area.kind == "frame" else "",
    )


def _closed(element: Element) -> bool:
    """Whether a line comes back to its start and so encloses an area: a trapezium, a box drawn by hand."""
    if element.kind not in {"line", "freedraw"} or len(element.points) < 4 or element.start_head or element.end_head:
        return False
    rect = element.rect
    if min(rect.width, rect.height) < 10:
        return False
    apart = math.dist(element.points[0], element.points[-1])
    return apart <= min(20.0, 0.12 * length(element.points)) and (element.kind == "line" or _encloses(element))


def _encloses(element: Element) -> bool:
    """Whether a stroke of a pen runs round the middle of its place, as no scribble does."""
    cx, cy = element.rect.centre
    half = min(element.rect.width, element.rect.height) / 2
    away = sum(math.dist(point, (cx, cy)) >= 0.6 * half for point in element.points)
    return away >= 0.9 * len(element.points)


def _small(element: Element) -> bool:
    return max(element.rect.width, element.rect.height) <= LARGEST_MARK


def _unbound(element: Element) -> bool:
    return not (element.start or element.end or element.start_head or element.end_head)


def _round_mark(area: Element) -> bool:
    return area.kind in {"ellipse", "rectangle", "line", "freedraw"} and _small(area)


def _inside(area: Element, grid: Grid[Element], taken: set[str]) -> list[Element]:
    room = widened(area.rect, 0.12 * max(area.rect.width, area.rect.height))
    least = 0.25 * min(area.rect.width, area.rect.height)
    return [
        stroke
        for stroke in grid.near(room)
        if stroke.id not in taken
        and _unbound(stroke)
        and overlap(stroke.rect, room) > 0.99
        and max(stroke.rect.width, stroke.rect.height) >= least
    ]


def _dots(area: Element, areas: Iterable[Element]) -> list[Element]:
    """Filled dots in the middle of a circle, which make it ⊙."""
    if area.kind != "ellipse":
        return []
    size, (cx, cy) = max(area.rect.width, area.rect.height), area.rect.centre
    return [
        dot
        for dot in areas
        if dot.kind == "ellipse"
        and dot.id != area.id
        and max(dot.rect.width, dot.rect.height) <= min(0.45 * size, 25.0)
        and math.dist(dot.rect.centre, (cx, cy)) <= 0.2 * size
    ]


def _sign(strokes: Iterable[Element]) -> str:
    """What some strokes write: +, ×, −, or nothing that is known."""
    ways = Counter(map(_way, strokes))
    if ways["+"] or (ways["lies"] and ways["stands"]):
        return "+"
    if ways["slants"] >= 2:
        return "×"
    return "−" if ways["lies"] == 1 and not ways["slants"] else ""


def _way(stroke: Element) -> str:
    """How a stroke runs: it lies, stands or slants, or is a + by itself; nothing for what is not straight."""
    rect = stroke.rect
    if len(stroke.points) > 2 and length(stroke.points) > 1.6 * math.dist(stroke.points[0], stroke.points[-1]):
        return "+" if _one_stroke_plus(stroke) else ""
    if rect.width > 2.2 * rect.height:
        return "lies"
    return "stands" if rect.height > 2.2 * rect.width else "slants"


def _one_stroke_plus(stroke: Element) -> bool:
    """Whether a single stroke goes down, back and across: most of its points lie near two crossing axes."""
    rect, (cx, cy) = stroke.rect, stroke.rect.centre
    if not 0.5 <= (rect.width + 1) / (rect.height + 1) <= 2:
        return False
    near = sum(abs(x - cx) <= 0.18 * rect.width or abs(y - cy) <= 0.18 * rect.height for x, y in stroke.points)
    return near >= 0.75 * len(stroke.points)


def _crosses(strokes: Iterable[Element]) -> list[Shape]:
    """Signs without a circle around them: two short strokes that cross in their middles."""
    found, taken = [], set[str]()
    straight = [stroke for stroke in strokes if _way(stroke)]
    grid = Grid(((stroke, Rect(*stroke.rect.centre)) for stroke in straight), cell=LARGEST_CROSS / 5)
    for one in straight:
        size = max(one.rect.width, one.rect.height)
        if one.id in taken or size > LARGEST_CROSS or (len(one.points) > 2 and one.kind != "freedraw"):
            continue
        for other in grid.near(widened(Rect(*one.rect.centre), 0.2 * size)):
            extent = max(other.rect.width, other.rect.height)
            alike = 0.5 <= (size + 1) / (extent + 1) <= 2 and other.id not in taken and other.id != one.id
            if alike and math.dist(one.rect.centre, other.rect.centre) <= 0.2 * size:
                sign = _sign((one, other))
                if sign in {"+", "×"}:
                    rect = around([one.rect, other.rect])
                    found.append(Shape(one.id, "strokes", rect, (one.id, other.id), one.stroke, sign))
                    taken.update((one.id, other.id))
                    break
    return found

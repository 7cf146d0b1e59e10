"""What each end of a stroke means: a box, a frame, a place on another stroke, words, or nothing that can be told."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from evalmode.board.drawing import Form, Rect
from evalmode.board.reading.geometry import (
    Grid,
    beyond,
    heading,
    length,
    middle,
    nearest_on,
    to_course,
    to_shape,
    widened,
)
from evalmode.board.reading.kinds import is_shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from evalmode.board.reading.elements import Element, Point
    from evalmode.board.reading.sheet import Sheet

__all__ = ["NOWHERE", "Side", "Terminal", "find_ends"]

Side = Literal["start", "end"]
SIDES: tuple[Side, Side] = ("start", "end")
REACH = 40.0
FARTHEST_AHEAD = 120.0
ON_COURSE = 14.0
SHORT_OF = 24.0
SIGNS = frozenset("⊕⊗⊙⊖∑Σ")
LABEL = 40.0
"""How much less likely words are the end of a stroke when they stand beside its middle, as a label does."""
STALE = 150.0
BESIDE = 12.0


@dataclass(frozen=True, slots=True)
class Terminal:
    """What an end of a stroke meets.

    Args:
        kind: ``box``, ``frame``, ``text``, ``stroke`` or ``none``.
        id: Of what it meets.
        place: Where on another stroke: at its ``start``, in the ``middle``, or at its ``end``.
        cost: How doubtful it is: roughly the distance in scene units; 0 for a binding.
        bound: Whether a binding says so.
    """

    kind: Literal["box", "frame", "text", "stroke", "none"]
    id: str = ""
    place: Literal["start", "middle", "end", ""] = ""
    cost: float = 0.0
    bound: bool = False


NOWHERE = Terminal("none", cost=math.inf)


@dataclass(frozen=True, slots=True)
class _Target:
    kind: Literal["box", "frame", "text"]
    id: str
    rect: Rect
    form: Form
    sign: bool = False
    label: bool = False


def find_ends(sheet: Sheet) -> dict[str, tuple[Terminal, Terminal]]:
    """For each stroke, what its first and its last point meet."""
    return _Finder(sheet).run()


class _Finder:
    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.targets = Grid((target, target.rect) for target in _targets(sheet))
        self.strokes: Grid[Element] = Grid()
        for stroke in sheet.strokes.values():
            self.strokes.add_course(stroke, stroke.points)

    def run(self) -> dict[str, tuple[Terminal, Terminal]]:
        return {name: self._both(stroke) for name, stroke in self.sheet.strokes.items()}

    def _both(self, stroke: Element) -> tuple[Terminal, Terminal]:
        start, end = self._bound(stroke, "start"), self._bound(stroke, "end")
        if start and end:
            return self._apart(stroke, start, end)
        if start:
            return start, self._met(stroke, "end", start)
        if end:
            return self._met(stroke, "start", end), end
        start, end = self._met(stroke, "start"), self._met(stroke, "end")
        if start.kind != "none" and (start.kind, start.id) == (end.kind, end.id) and not _loops(stroke):
            if start.cost <= end.cost:
                end = self._met(stroke, "end", start)
            else:
                start = self._met(stroke, "start", end)
        return start, end

    def _apart(self, stroke: Element, start: Terminal, end: Terminal) -> tuple[Terminal, Terminal]:
        """Both bindings, unless they say that a short straight stroke comes back to the box it left."""
        if (start.kind, start.id) != (end.kind, end.id) or start.kind == "stroke" or _loops(stroke):
            return start, end
        away = [self._away(start, stroke.points[0]), self._away(end, stroke.points[-1])]
        if away[0] > away[1]:
            met = self._met(stroke, "start", end)
            return (met if met.kind != "none" else start), end
        met = self._met(stroke, "end", start)
        return start, (met if met.kind != "none" else end)

    def _bound(self, stroke: Element, side: Side) -> Terminal | None:
        name = stroke.start if side == "start" else stroke.end
        terminal = self._of(name)
        if terminal is None:
            return None
        point = stroke.points[0] if side == "start" else stroke.points[-1]
        if self._away(terminal, point) > STALE:
            met = self._met(stroke, side)
            return met if met.cost <= 20 else terminal
        return terminal

    def _of(self, name: str) -> Terminal | None:
        """What a binding to an element means."""
        sheet = self.sheet
        name = sheet.owners.get(name, name)
        if name in sheet.boxes:
            return Terminal("box", name, bound=True)
        if name in sheet.frames:
            return Terminal("frame", name, bound=True)
        if name in sheet.strokes:
            return Terminal("stroke", name, "middle", bound=True)
        text = sheet.elements.get(name)
        if name in sheet.texts and name not in sheet.silenced:
            return Terminal("text", name, bound=True)
        if text is not None and text.container in sheet.strokes:
            return Terminal("stroke", text.container, "middle", bound=True)
        return None

    def _away(self, terminal: Terminal, point: Point) -> float:
        if terminal.kind == "stroke":
            return 0.0
        shape = self.sheet.boxes.get(terminal.id) or self.sheet.frames.get(terminal.id)
        if shape:
            return to_shape(point, shape.rect, shape.form)
        return to_shape(point, self.sheet.texts[terminal.id].rect, "rectangle")

    def _met(self, stroke: Element, side: Side, other: Terminal = NOWHERE) -> Terminal:
        course = stroke.points if side == "end" else stroke.points[::-1]
        point, ahead = course[-1], heading(course)
        centre = middle(course)
        choices = [*self._shapes(point, ahead, centre, length(course)), *self._courses(stroke, point, ahead, side)]
        taken = (other.kind, other.id)
        choices = [
            choice for choice in choices if (choice.kind, choice.id) != taken or (_loops(stroke) and other.bound)
        ]
        return min(choices, key=lambda choice: choice.cost, default=NOWHERE)

    def _shapes(self, point: Point, ahead: Point, centre: Point, size: float) -> Iterator[Terminal]:
        reach = min(FARTHEST_AHEAD, max(60.0, 0.5 * size))
        spot = widened(Rect(point[0], point[1]), max(REACH, reach))
        for target in self.targets.near(spot):
            away = to_shape(point, target.rect, target.form)
            cost = math.inf
            if away <= REACH:
                cost = away * _turn(point, ahead, target.rect, away)
            hit = beyond(point, ahead, target.rect, reach)
            cost = min(cost, 0.8 * max(hit, away) + 2 if hit > 0 else cost)
            if cost <= FARTHEST_AHEAD:
                beside = target.kind == "text" and to_shape(centre, target.rect, "rectangle") < 0.3 * size
                yield Terminal(target.kind, target.id, cost=cost + _reserve(target, away) + LABEL * beside)

    def _courses(self, stroke: Element, point: Point, ahead: Point, side: Side) -> Iterator[Terminal]:
        for other in self.strokes.near(widened(Rect(point[0], point[1]), ON_COURSE + SHORT_OF)):
            if other.id == stroke.id:
                continue
            away, where = _meeting(point, ahead, other.points)
            if away > ON_COURSE + SHORT_OF:
                continue
            whole = length(other.points)
            margin = min(14.0, 0.25 * whole)
            place: Literal["start", "middle", "end"] = "middle"
            if where <= margin:
                place = "start"
            elif where >= whole - margin:
                place = "end"
            # A stroke that goes on where another ends may as well begin anew at a box, and two strokes that begin at
            # one place say nothing about each other.
            cost = away + (5.0 if place == "middle" else 20.0 if place != side else 24.0)
            yield Terminal("stroke", other.id, place, cost=cost)


def _meeting(point: Point, ahead: Point, course: Sequence[Point]) -> tuple[float, float]:
    """How far a point is from a course, or from meeting it a little farther on, and where on the course that is."""
    best, where = nearest_on(point, course)
    if not ON_COURSE < best <= ON_COURSE + SHORT_OF:
        return best, where
    best = math.inf
    for step in (0.5 * SHORT_OF, SHORT_OF):
        away, at = nearest_on((point[0] + step * ahead[0], point[1] + step * ahead[1]), course)
        if away <= SHORT_OF / 3 and away + step < best:
            best, where = away + step, at
    return best, where


def _targets(sheet: Sheet) -> Iterable[_Target]:
    for shape in sheet.boxes.values():
        yield _Target("box", shape.id, shape.rect, shape.form)
    for shape in sheet.frames.values():
        yield _Target("frame", shape.id, shape.rect, shape.form)
    for text in sheet.texts.values():
        if text.id not in sheet.silenced:
            yield _Target("text", text.id, text.rect, "rectangle", text.text in SIGNS, _labels(sheet, text))


def _labels(sheet: Sheet, text: Element) -> bool:
    """Whether words are a shape that stands beside a stroke, and so the stroke's label rather than an end."""
    return is_shape(text.text) and any(
        to_course(text.rect, stroke.points) <= BESIDE for stroke in sheet.strokes.values()
    )


def _reserve(target: _Target, away: float) -> float:
    """Words and frames are met only where no box is; of boxes that overlap the smaller is meant."""
    size = 0.002 * math.sqrt(target.rect.width * target.rect.height)
    if target.kind == "text":
        return size + (2.0 if target.sign else 14.0) + 14.0 * target.label
    if target.kind == "frame":
        return size + (45.0 if away == 0 else 25.0)
    return size


def _turn(point: Point, ahead: Point, rect: Rect, away: float) -> float:
    """How much farther something counts that does not lie ahead."""
    if away == 0 or ahead == (0.0, 0.0):
        return 1.0
    x = min(max(point[0], rect.x), rect.x + rect.width) - point[0]
    y = min(max(point[1], rect.y), rect.y + rect.height) - point[1]
    size = math.hypot(x, y)
    cosine = 1.0 if size == 0 else (x * ahead[0] + y * ahead[1]) / size
    return 1.0 if cosine > 0.5 else 1.7 if cosine > -0.3 else 3.0


def _loops(stroke: Element) -> bool:
    """Whether a course may well come back to the box it left."""
    whole, straight = length(stroke.points), math.dist(stroke.points[0], stroke.points[-1])
    return len(stroke.points) > 2 and whole > 80 and whole > 2.2 * straight

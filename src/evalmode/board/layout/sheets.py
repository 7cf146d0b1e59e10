"""What one frame holds, laid out on a sheet of its own; inner frames are units of the sheet around them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from evalmode.board.drawing import Arrow, Box, Frame, Rect
from evalmode.board.layout.curves import words_rect
from evalmode.board.layout.detours import Detour, detours
from evalmode.board.layout.layers import Link, Unit, order_rows, ranks, rows_with_bends
from evalmode.board.layout.measure import FONT, LABEL_FONT, text_size
from evalmode.board.layout.positions import middles
from evalmode.board.layout.routes import Course, Point, meets, moved, straight_courses
from evalmode.board.layout.strips import Strips
from evalmode.board.layout.ushape import u_places

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["CAPTION", "Sheet", "make_sheet"]

CAPTION = 34.0
"""Room for a frame's words above what it holds."""
_PAD = 26.0
_CAPTION_INSET = 34.0
_ROW_GAP = 44.0
_LABELLED = 50.0
"""How much longer than its words an arrow is, so that it can be seen above and below them."""
_WAY = 34.0
"""Room beside a frame for each arrow between it and another."""
_TALL = 150.0
"""Rows that hold something taller are aligned at the top."""


@dataclass(slots=True)
class Sheet:
    """Places on a sheet whose left upper corner is the origin.

    Args:
        width: Its width.
        height: Its height.
        rects: Box or frame id → its place.
        courses: Arrow id → its points.
    """

    width: float = 0.0
    height: float = 0.0
    rects: dict[str, Rect] = field(default_factory=dict)
    courses: dict[str, tuple[Point, ...]] = field(default_factory=dict)


def make_sheet(
    frame: str, boxes: Sequence[Box], arrows: Sequence[Arrow], frames: Mapping[str, Frame], shape: str
) -> Sheet:
    """The sheet of a frame; of the whole drawing where the frame is empty."""
    return _Maker(boxes, arrows, frames, shape).sheet(frame)


class _Maker:
    def __init__(self, boxes: Sequence[Box], arrows: Sequence[Arrow], frames: Mapping[str, Frame], shape: str) -> None:
        self.boxes = {box.id: box for box in boxes}
        self.frames = frames
        self.shape = shape
        self.paths = {box.id: self._path(box.frame) for box in boxes}
        self.by_level: dict[str, list[Arrow]] = {}
        for arrow in arrows:
            one, two = self.paths[arrow.source], self.paths[arrow.target]
            common = [outer for outer, other in zip(one, two, strict=False) if outer == other]
            self.by_level.setdefault(common[-1], []).append(arrow)
        self.crossing = [
            set(self.paths[arrow.source]) ^ set(self.paths[arrow.target])
            for arrow in arrows
            if self.paths[arrow.source][-1] not in self.paths[arrow.target]
            and self.paths[arrow.target][-1] not in self.paths[arrow.source]
        ]
        """The frames that each arrow between two frames leaves or enters."""
        self.fed: dict[str, set[str]] = {}
        """Frame → boxes in it that take values from inside; what comes to them from another frame comes sideways."""
        for arrow in arrows:
            if not arrow.dashed and not arrow.curved:
                for outer in set(self.paths[arrow.source]) & set(self.paths[arrow.target]):
                    self.fed.setdefault(outer, set()).add(arrow.target)

    def _path(self, frame: str) -> tuple[str, ...]:
        """The frames around something, from the whole drawing inwards."""
        path: list[str] = []
        while frame:
            path.append(frame)
            frame = self.frames[frame].frame
        return ("", *reversed(path))

    def _unit(self, box: str, frame: str) -> str:
        """The child of a frame that holds a box."""
        path = self.paths[box]
        depth = path.index(frame) + 1
        return path[depth] if depth < len(path) else box

    def sheet(self, frame: str) -> Sheet:
        inner = {one: self.sheet(one) for one in self.frames if self.frames[one].frame == frame}
        units, local = self._units(frame, inner)
        arrows = self.by_level.get(frame, [])
        links = [self._link(arrow, frame, local) for arrow in arrows]
        places = u_places(list(units.values()), links, force=self.shape == "u") if self.shape != "rows" else None
        bends: dict[str, tuple[Point, ...]] = {}
        in_rows = places is None
        if places is None:
            places, bends = _in_rows(list(units.values()), links, arrows)
        sheet = Sheet(rects=dict(places))
        for unit, one in inner.items():
            _paste(
                sheet,
                one,
                places[unit].centre[0] - one.width / 2,
                places[unit].y + _PAD + CAPTION * bool(self.frames[unit].label),
            )
        self._route(sheet, arrows, links, places, bends, in_rows=in_rows)
        return _trimmed(sheet, {arrow.id: arrow for arrow in arrows})

    def _units(self, frame: str, inner: Mapping[str, Sheet]) -> tuple[dict[str, Unit], dict[str, float]]:
        """The units of a frame, and where each box's middle is, right of its unit's middle."""
        units: dict[str, Unit] = {}
        local: dict[str, float] = {}
        rooms = self._rooms(frame)
        for box in self.boxes.values():
            if box.frame == frame:
                units[box.id] = Unit(box.id, box.rect.width, box.rect.height, rooms.get(box.id, 0.0))
                local[box.id] = 0.0
            else:
                unit = self._unit(box.id, frame) if frame in self.paths[box.id] else ""
                if unit in inner:
                    self._frame_unit(unit, inner[unit], units, rooms)
                    local[box.id] = inner[unit].rects[box.id].centre[0] - inner[unit].width / 2
        for unit, sheet in inner.items():
            self._frame_unit(unit, sheet, units, rooms)
        return units, local

    def _frame_unit(self, unit: str, sheet: Sheet, units: dict[str, Unit], rooms: Mapping[str, float]) -> None:
        if unit not in units:
            label = self.frames[unit].label
            words = text_size(label, FONT)[0]
            width = max(sheet.width + 2 * _PAD, min(2 * words, words + 160.0) + 2 * _CAPTION_INSET, 150.0)
            height = sheet.height + 2 * _PAD + CAPTION * bool(label)
            ways = sum(unit in link for link in self.crossing)
            units[unit] = Unit(unit, width, height, max(rooms.get(unit, 0.0), width / 2 + _WAY * ways))

    def _rooms(self, frame: str) -> dict[str, float]:
        """Unit → how far the words beside the arrows that leave it reach."""
        rooms: dict[str, float] = {}
        for arrow in self.by_level.get(frame, []):
            if arrow.label and not arrow.curved:
                unit = self._unit(arrow.source, frame)
                rooms[unit] = max(rooms.get(unit, 0.0), text_size(arrow.label, LABEL_FONT)[0] + 16)
        return rooms

    def _link(self, arrow: Arrow, frame: str, local: Mapping[str, float]) -> Link:
        source, target = self._unit(arrow.source, frame), self._unit(arrow.target, frame)
        crosses = source in self.frames and target in self.frames and arrow.target in self.fed.get(target, ())
        side = arrow.curved or source == target or crosses
        return Link(
            arrow.id, source, target, local[arrow.source], local[arrow.target], side=side, back=arrow.dashed or crosses
        )

    def _route(
        self,
        sheet: Sheet,
        arrows: Sequence[Arrow],
        links: Sequence[Link],
        places: Mapping[str, Rect],
        bends: Mapping[str, tuple[Point, ...]],
        *,
        in_rows: bool,
    ) -> None:
        straight: list[Course] = []
        around: list[Detour] = []
        joined = {(link.source, link.target) for link in links if not link.back}
        for arrow, link in zip(arrows, links, strict=True):
            down = places[link.target].y >= places[link.source].y + places[link.source].height
            beside = (link.source, link.target) in joined or (link.target, link.source) in joined
            if link.side or (link.back and (beside or not down)) or (in_rows and not down):
                around.append(self._detour(arrow, sheet))
            else:
                ends = (self._box(arrow.source, sheet), self._box(arrow.target, sheet))
                straight.append(Course(arrow.id, *ends, bends.get(arrow.id, ())))
        courses = straight_courses(straight)
        boxes = {box: rect for box, rect in sheet.rects.items() if box in self.boxes}
        strips = Strips(boxes.values())
        for arrow in arrows:
            if arrow.id in courses:
                ys = [y for _, y in courses[arrow.id]]
                own = {boxes[arrow.source], boxes[arrow.target]}
                if meets(
                    courses[arrow.id], [rect for rect in strips.between(min(ys), max(ys) + 0.01) if rect not in own]
                ):
                    del courses[arrow.id]
                    around.append(self._detour(arrow, sheet))
        edges = [edge for frame, rect in sheet.rects.items() if frame in self.frames for edge in _edges(rect)]
        sheet.courses |= courses
        words = [words_rect(arrow, courses[arrow.id]) for arrow in arrows if arrow.label and arrow.id in courses]
        sheet.courses |= detours(around, [*boxes.values(), *edges], words, sheet.courses)

    def _box(self, box: str, sheet: Sheet) -> Box:
        return replace(self.boxes[box], rect=sheet.rects[box])

    def _detour(self, arrow: Arrow, sheet: Sheet) -> Detour:
        words = text_size(arrow.label, LABEL_FONT)[0] + 12 if arrow.label else 0.0
        ends = (self._box(arrow.source, sheet), self._box(arrow.target, sheet))
        return Detour(arrow.id, *ends, words, left=arrow.dashed, curved=arrow.curved)


def _edges(rect: Rect) -> tuple[Rect, Rect]:
    """The upright sides of a frame, which arrows may cross and not follow."""
    return (replace(rect, x=rect.x - 1, width=2), replace(rect, x=rect.x + rect.width - 1, width=2))


def _in_rows(
    units: list[Unit], links: list[Link], arrows: Sequence[Arrow]
) -> tuple[dict[str, Rect], dict[str, tuple[Point, ...]]]:
    """Places row by row, and the bends of long links."""
    rank = ranks(units, links)
    rows, short, bends = rows_with_bends(units, links, rank)
    rows = order_rows(rows, short)
    known = {unit.id: unit for unit in units}
    middle = middles(rows, known, short)
    labels = {arrow.id: text_size(arrow.label, LABEL_FONT)[1] for arrow in arrows if arrow.label}
    gaps = _gaps_below(rank, links, labels, middle)
    places: dict[str, Rect] = {}
    spans: list[tuple[float, float]] = []
    y = 0.0
    for number, row in enumerate(rows):
        height = max((known[unit].height for unit in row if unit in known), default=0.0)
        for unit in row:
            if unit in known:
                one = known[unit]
                top = y if height > _TALL else y + (height - one.height) / 2
                places[unit] = Rect(middle[unit] - one.width / 2, top, one.width, one.height)
        spans.append((y, y + height))
        y += height + gaps.get(number, _ROW_GAP)
    courses: dict[str, tuple[Point, ...]] = {}
    for link, points in bends.items():
        courses[link] = tuple((middle[bend], edge) for bend in points for edge in spans[int(bend.rpartition("\0")[2])])
    return places, courses


def _gaps_below(
    rank: Mapping[str, int], links: Sequence[Link], labels: Mapping[str, float], middle: Mapping[str, float]
) -> dict[int, float]:
    """More room below a row where words stand beside arrows, and where arrows go far to the side."""
    leaving: dict[int, list[Link]] = {}
    for link in links:
        if not link.side and not link.back:
            leaving.setdefault(rank[link.source], []).append(link)
    gaps: dict[int, float] = {}
    for row, own in leaving.items():
        words = max(labels.get(link.id, 0.0) for link in own)
        slant = max(abs(middle[link.source] - middle[link.target]) for link in own)
        gaps[row] = max(_ROW_GAP, words + _LABELLED * bool(words)) + min(50.0, slant * 0.08)
    return gaps


def _paste(sheet: Sheet, inner: Sheet, dx: float, dy: float) -> None:
    for one, rect in inner.rects.items():
        sheet.rects[one] = replace(rect, x=rect.x + dx, y=rect.y + dy)
    sheet.courses |= moved(inner.courses, dx, dy)


def _trimmed(sheet: Sheet, arrows: Mapping[str, Arrow]) -> Sheet:
    """The sheet with its origin in the left upper corner of all that is on it."""
    xs = [edge for rect in sheet.rects.values() for edge in (rect.x, rect.x + rect.width)]
    ys = [edge for rect in sheet.rects.values() for edge in (rect.y, rect.y + rect.height)]
    for arrow, course in sheet.courses.items():
        words = text_size(arrows[arrow].label, LABEL_FONT)[0] + 12 if arrow in arrows and arrows[arrow].label else 0.0
        xs += [x + (words if arrow in arrows else 0.0) for x, _ in course] + [x for x, _ in course]
        ys += [y for _, y in course]
    if not xs:
        return sheet
    left, top = min(xs), min(ys)
    return Sheet(
        max(xs) - left,
        max(ys) - top,
        {one: replace(rect, x=rect.x - left, y=rect.y - top) for one, rect in sheet.rects.items()},
        moved(sheet.courses, -left, -top),
    )

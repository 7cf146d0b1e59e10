"""A drawing as an Excalidraw scene: every word bound to its box or arrow, every arrow bound to both of its boxes."""

from __future__ import annotations

import re
from typing import Any

from evalmode.board.drawing import Arrow, Box, Drawing, Frame, Note, Rect
from evalmode.board.layout.arranging import lay_out
from evalmode.board.layout.elements import Indices, linear, shape, text
from evalmode.board.layout.measure import FONT, LABEL_FONT, text_size, wrap
from evalmode.board.layout.palette import ink

__all__ = ["element_ids", "placed", "to_scene"]

_GRADIENT = "#e03131"
_FRAME = "#868e96"
_GAP = 4.0
_UNSAFE = re.compile(r"[^\w-]+")


def to_scene(drawing: Drawing) -> dict[str, Any]:
    """A drawing as the content of an ``.excalidraw`` file, as Excalidraw 0.18 writes it.

    A drawing without places is laid out first. :func:`element_ids` tells which element is which.
    """
    return {
        "type": "excalidraw",
        "version": 2,
        "source": "evalmode",
        "elements": _Scene(placed(drawing)).elements(),
        "appState": {"gridSize": 20, "gridStep": 5, "gridModeEnabled": False, "viewBackgroundColor": "#ffffff"},
        "files": {},
    }


def placed(drawing: Drawing) -> Drawing:
    """The drawing, laid out if it has no places yet."""
    return drawing if any(box.rect.width for box in drawing.boxes) else lay_out(drawing)


def element_ids(drawing: Drawing) -> dict[str, str]:
    """Which element each frame, box, arrow and note of a drawing becomes in its scene.

    These ids have letters, digits, hyphens and underscores only: the canvas puts them into addresses.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    parts = (drawing.frames, drawing.boxes, drawing.arrows, drawing.notes)
    for own in (one.id for part in parts for one in part):
        base = _UNSAFE.sub("-", own).strip("-") or "element"
        identifier, number = base, 2
        while identifier in taken:
            identifier, number = f"{base}-{number}", number + 1
        taken.add(identifier)
        found[own] = identifier
    return found


class _Scene:
    def __init__(self, drawing: Drawing) -> None:
        self.drawing = drawing
        self.made: list[dict[str, Any]] = []
        self.indices = Indices()
        self.ids = element_ids(drawing)
        self.boxes: dict[str, dict[str, Any]] = {}

    def elements(self) -> list[dict[str, Any]]:
        for frame in self.drawing.frames:
            self._frame(frame)
        for box in self.drawing.boxes:
            self._box(box)
        for arrow in self.drawing.arrows:
            if arrow.source in self.boxes and arrow.target in self.boxes and len(arrow.points) > 1:
                self._arrow(arrow)
        for note in self.drawing.notes:
            self._note(note)
        return self.made

    def _add(self, element: dict[str, Any]) -> dict[str, Any]:
        element["index"] = self.indices.next()
        self.made.append(element)
        return element

    def _frame(self, frame: Frame) -> None:
        element = shape(self.ids[frame.id], "rectangle", frame.rect, stroke=_FRAME)
        element["strokeStyle"], element["strokeWidth"] = "dashed", 1
        self._add(element)
        if frame.label:
            self._bind_text(element, frame.label, frame.rect, FONT, vertical="top")

    def _box(self, box: Box) -> None:
        if box.form == "text":
            element = text(self.ids[box.id], box.label, box.rect, FONT)
            self.boxes[box.id] = self._add(element)
            return
        kind = box.form if box.form in {"ellipse", "diamond"} else "rectangle"
        stroke = ink(box.colour, dark=False) if box.colour else "#1e1e1e"
        element = shape(self.ids[box.id], kind, box.rect, stroke=stroke, fill=box.colour)
        self.boxes[box.id] = self._add(element)
        if box.label:
            self._bind_text(element, box.label, box.rect, FONT)

    def _bind_text(
        self, container: dict[str, Any], words: str, rect: Rect, font: int, *, vertical: str = "middle"
    ) -> None:
        shown = wrap(words, max(rect.width - 10, 20.0), font) if container["type"] != "arrow" else words
        width, height = text_size(shown, font)
        place = Rect(rect.centre[0] - width / 2, rect.centre[1] - height / 2, width, height)
        if vertical == "top":
            place = Rect(rect.x + 5, rect.y + 5, width, height)
        element = text(f"{container['id']}/text", words, place, font, shown=shown)
        element["containerId"], element["verticalAlign"] = container["id"], vertical
        element["textAlign"] = "left" if vertical == "top" else "center"
        container["boundElements"].append({"id": element["id"], "type": "text"})
        self._add(element)

    def _arrow(self, arrow: Arrow) -> None:
        stroke = arrow.colour or (_GRADIENT if arrow.dashed else "#1e1e1e")
        element = linear(self.ids[arrow.id], arrow.points, stroke=stroke, curved=arrow.curved)
        element["strokeStyle"] = "dashed" if arrow.dashed else "solid"
        for end, box in (("startBinding", arrow.source), ("endBinding", arrow.target)):
            element[end] = {"elementId": self.boxes[box]["id"], "focus": 0, "gap": _GAP}
        ends = [self.boxes[arrow.source], self.boxes[arrow.target]]
        for box_element in ends[: 1 if ends[0] is ends[1] else 2]:
            box_element["boundElements"].append({"id": element["id"], "type": "arrow"})
        self._add(element)
        if arrow.label:
            x, y = _middle(arrow.points)
            self._bind_text(element, arrow.label, Rect(x, y), LABEL_FONT)

    def _note(self, note: Note) -> None:
        shown = wrap(note.text, max(note.rect.width, 60.0), LABEL_FONT)
        self._add(text(self.ids[note.id], note.text, note.rect, LABEL_FONT, shown=shown))


def _middle(points: tuple[tuple[float, float], ...]) -> tuple[float, float]:
    """Where the canvas puts an arrow's words: on its middle point, or in the middle of its middle part."""
    half = len(points) // 2
    if len(points) % 2:
        return points[half]
    (ax, ay), (bx, by) = points[half - 1], points[half]
    return (ax + bx) / 2, (ay + by) / 2

"""Small scenes, drawn in a line or two each."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from evalmode.board.reading import parse_scene, read_drawing

if TYPE_CHECKING:
    from evalmode.board.drawing import Correction, Drawing

Record = dict[str, Any]
Points = Sequence[tuple[float, float]]


def shape(name: str, x: float, y: float, *, w: float = 160, h: float = 50, **more: Any) -> Record:
    kind = more.pop("kind", "rectangle")
    return {"id": name, "type": kind, "x": x, "y": y, "width": w, "height": h, **more}


def text(name: str, words: str, x: float, y: float, **more: Any) -> Record:
    lines = words.split("\n")
    size = {"width": 10 * max(map(len, lines)), "height": 25 * len(lines)}
    return {"id": name, "type": "text", "x": x, "y": y, "text": words, "fontSize": 20, **size, **more}


def box(name: str, words: str, x: float, y: float, **more: Any) -> list[Record]:
    """A rectangle with words bound to it."""
    outer = shape(name, x, y, **more)
    inner = text(f"{name}.text", words, x + 10, y + outer["height"] / 2 - 12, containerId=name)
    return [outer, inner]


def arrow(name: str, *points: tuple[float, float], start: str = "", end: str = "", **more: Any) -> Record:
    (x, y) = points[0]
    return {
        "id": name,
        "type": "arrow",
        "x": x,
        "y": y,
        "points": [[px - x, py - y] for px, py in points],
        "startArrowhead": None,
        "endArrowhead": "arrow",
        "startBinding": {"elementId": start, "focus": 0, "gap": 4} if start else None,
        "endBinding": {"elementId": end, "focus": 0, "gap": 4} if end else None,
        **more,
    }


def line(name: str, *points: tuple[float, float], **more: Any) -> Record:
    return arrow(name, *points, endArrowhead=None, type="line", **more)


def pen(name: str, *points: tuple[float, float]) -> Record:
    return arrow(name, *points, endArrowhead=None, type="freedraw")


def file_of(*parts: Record | list[Record]) -> str:
    elements = [record for part in parts for record in (part if isinstance(part, list) else [part])]
    return json.dumps({"type": "excalidraw", "version": 2, "elements": elements, "files": {}})


def read(*parts: Record | list[Record], corrections: Sequence[Correction] = ()) -> Drawing:
    return read_drawing(parse_scene(file_of(*parts)), corrections)


def pairs(drawing: Drawing) -> set[tuple[str, str]]:
    """Which box leads to which, by their words."""
    names = {box.id: box.label or box.id for box in drawing.boxes}
    return {(names[arrow.source], names[arrow.target]) for arrow in drawing.arrows}

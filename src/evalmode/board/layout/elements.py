"""Elements of an Excalidraw scene, with every field that version 0.18 writes."""

from __future__ import annotations

from typing import Any
from zlib import crc32

from evalmode.board.drawing import Rect
from evalmode.board.layout.measure import LINE

__all__ = ["Indices", "linear", "shape", "text"]

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_HAND = 5
"""The canvas's own hand-drawn font."""


class Indices:
    """Fractional indices, in order: ``a0`` … ``az``, ``b00`` … ``bzz``, ``c000`` …."""

    def __init__(self) -> None:
        self._count = 0

    def next(self) -> str:
        """The next index."""
        number, digits = self._count, 1
        self._count += 1
        while number >= 62**digits:
            number -= 62**digits
            digits += 1
        text = ""
        for _ in range(digits):
            number, digit = divmod(number, 62)
            text = _DIGITS[digit] + text
        return chr(ord("a") + digits - 1) + text


def _element(identifier: str, kind: str, rect: Rect, stroke: str) -> dict[str, Any]:
    seed = crc32(identifier.encode("utf-8", "surrogatepass")) % (2**31 - 1) + 1
    return {
        "id": identifier,
        "type": kind,
        "x": rect.x,
        "y": rect.y,
        "width": rect.width,
        "height": rect.height,
        "angle": 0,
        "strokeColor": stroke,
        "backgroundColor": "transparent",
        "fillStyle": "solid",
        "strokeWidth": 2,
        "strokeStyle": "solid",
        "roughness": 1,
        "opacity": 100,
        "groupIds": [],
        "frameId": None,
        "index": None,
        "roundness": None,
        "seed": seed,
        "version": 1,
        "versionNonce": seed,
        "isDeleted": False,
        "boundElements": [],
        "updated": 1,
        "link": None,
        "locked": False,
    }


def shape(identifier: str, kind: str, rect: Rect, *, stroke: str, fill: str = "") -> dict[str, Any]:
    """A rectangle, ellipse or diamond."""
    element = _element(identifier, kind, rect, stroke)
    element["backgroundColor"] = fill or "transparent"
    element["roundness"] = {"type": 3 if kind == "rectangle" else 2}
    return element


def linear(identifier: str, points: tuple[tuple[float, float], ...], *, stroke: str, curved: bool) -> dict[str, Any]:
    """An arrow with its head at the last point."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    rect = Rect(points[0][0], points[0][1], max(xs) - min(xs), max(ys) - min(ys))
    element = _element(identifier, "arrow", rect, stroke)
    return element | {
        "roundness": {"type": 2} if curved else None,
        "points": [[x - xs[0], y - ys[0]] for x, y in points],
        "lastCommittedPoint": None,
        "startBinding": None,
        "endBinding": None,
        "startArrowhead": None,
        "endArrowhead": "arrow",
        "elbowed": False,
    }


def text(identifier: str, words: str, rect: Rect, font: int, *, shown: str = "") -> dict[str, Any]:
    """Words; ``shown`` are the same with line breaks where their container needs them."""
    return _element(identifier, "text", rect, "#1e1e1e") | {
        "text": shown or words,
        "originalText": words,
        "fontSize": font,
        "fontFamily": _HAND,
        "textAlign": "left",
        "verticalAlign": "top",
        "containerId": None,
        "autoResize": True,
        "lineHeight": LINE,
    }

"""Places sorted by height, so that one need not look at all of them to find those beside an arrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from evalmode.board.drawing import Rect

__all__ = ["Strips"]

_HEIGHT = 200.0


class Strips:
    """Places, each kept with every level strip of the sheet that it touches."""

    def __init__(self, rects: Iterable[Rect] = ()) -> None:
        self._strips: dict[int, list[Rect]] = {}
        for rect in rects:
            self.add(rect)

    def add(self, rect: Rect) -> None:
        """Keeps one more place."""
        for strip in range(int(rect.y // _HEIGHT), int((rect.y + rect.height) // _HEIGHT) + 1):
            self._strips.setdefault(strip, []).append(rect)

    def between(self, top: float, bottom: float) -> list[Rect]:
        """The places that reach in between two heights, each once, in the order in which they were added."""
        strips = range(int(top // _HEIGHT), int(bottom // _HEIGHT) + 1)
        near = {rect: None for strip in strips for rect in self._strips.get(strip, ())}
        return [rect for rect in near if rect.y < bottom and rect.y + rect.height > top]

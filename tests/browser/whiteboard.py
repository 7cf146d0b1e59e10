"""Draws on the whiteboard as a person does: with the mouse, and a few keys."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from playwright.sync_api import Locator, Page, expect


@dataclass(frozen=True)
class Box:
    """A box on the canvas, in pixels from the canvas's corner."""

    x: float
    y: float
    width: float = 130
    height: float = 40

    @property
    def middle(self) -> float:
        return self.x + self.width / 2

    @property
    def bottom(self) -> float:
        return self.y + self.height


class Whiteboard:
    """The page of one architecture."""

    def __init__(self, page: Page, architecture: str) -> None:
        self.page, self.architecture = page, architecture
        self.canvas = page.locator(".excalidraw canvas.interactive")
        self.panel = page.get_by_role("tabpanel")
        self.text = page.get_by_role("textbox", name="Your drawing as text")

    def open(self) -> None:
        self.page.goto(f"/board/{self.architecture}")
        expect(self.page.get_by_role("heading", level=1)).to_be_visible()

    def open_canvas(self) -> None:
        self.open()
        expect(self.page.locator("[data-ready=true]")).to_be_visible(timeout=30_000)
        self.canvas.click(position={"x": 15, "y": 320})

    def as_(self, way: str) -> None:
        """Go on drawing on the canvas, or as text."""
        self.page.get_by_role("radiogroup", name="Draw on").get_by_text(way, exact=True).click()

    def tab(self, name: str) -> Locator:
        return self.page.get_by_role("tab", name=re.compile(f"^{name}"))

    def show(self, name: str) -> None:
        self.tab(name).click()

    def box(self, label: str, box: Box, tool: str = "r") -> Box:
        """A rectangle with words in it, or an ellipse with the tool ``o``."""
        self.page.keyboard.press(tool)
        self._drag((box.x, box.y), (box.x + box.width, box.bottom))
        self.page.keyboard.press("Enter")
        self._write(label)
        return box

    def arrow(self, *points: tuple[float, float], label: str = "") -> None:
        """An arrow through these points, with words on it."""
        self.page.keyboard.press("a")
        if len(points) == 2:
            self._drag(*points)
        else:
            for point in points:
                self.page.mouse.click(*self._at(point))
            self.page.keyboard.press("Escape")
        if label:
            self.page.keyboard.press("Enter")
            self._write(label)

    def down(self, upper: Box, lower: Box, label: str = "") -> None:
        """An arrow from a box to the one below."""
        self.arrow((upper.middle, upper.bottom + 3), (lower.middle, lower.y - 3), label=label)

    def check(self) -> None:
        self.page.get_by_role("button", name="Check", exact=True).click()

    def hand_in(self) -> None:
        self.page.get_by_role("button", name="Hand in", exact=True).click()

    def expect_verdict(self, words: str) -> None:
        expect(self.panel.get_by_role("heading", name=words, exact=True)).to_be_visible()

    def expect_saved(self) -> None:
        expect(self.page.get_by_text("Saved", exact=True)).to_be_visible()

    def _write(self, words: str) -> None:
        editor = self.page.locator("textarea.excalidraw-wysiwyg")
        expect(editor).to_be_focused()
        self.page.keyboard.insert_text(words)
        self.page.keyboard.press("Escape")
        expect(editor).to_have_count(0)
        self.page.keyboard.press("Escape")

    def _at(self, point: tuple[float, float]) -> tuple[float, float]:
        corner = self.canvas.bounding_box()
        return corner["x"] + point[0], corner["y"] + point[1]

    def _drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        self.page.mouse.move(*self._at(start))
        self.page.mouse.down()
        self.page.mouse.move(*self._at(((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)), steps=2)
        self.page.mouse.move(*self._at(end), steps=2)
        self.page.mouse.up()


def draw_transformer_block(board: Whiteboard, *, last_skip: bool = True) -> dict[str, Box]:
    """A pre-norm Transformer block, downwards, with shapes and two curved skips."""
    left = 320
    column = {
        name: Box(left, 70 + 68 * at)
        for at, name in enumerate(["x", "LayerNorm", "MHA h=8", "+", "LN", "FFN 4d", "plus", "y"])
    }
    labels = {"LN": "LayerNorm", "plus": "+"}
    for name, box in column.items():
        board.box(labels.get(name, name), box, "o" if name in {"+", "plus"} else "r")
    boxes = list(column.values())
    for at, (upper, lower) in enumerate(pairwise(boxes)):
        board.down(upper, lower, "(B, T, d)" if at in {0, 6} else "")
    skip(board, column["x"], column["+"])
    if last_skip:
        skip(board, column["+"], column["plus"])
    return column


def skip(board: Whiteboard, start: Box, end: Box) -> None:
    """A residual, around what lies between."""
    right = start.x + start.width
    y, to = start.y + start.height / 2, end.y + end.height / 2
    board.arrow((right + 3, y), (right + 90, (y + to) / 2), (right + 3, to))

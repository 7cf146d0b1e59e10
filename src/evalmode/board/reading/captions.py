"""Words that stand right above, below or beside a shape without words of its own are its caption."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.board.reading.geometry import Grid, gap, widened
from evalmode.board.reading.kinds import is_shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evalmode.board.reading.elements import Element
    from evalmode.board.reading.shapes import Shape

__all__ = ["captions"]

CLOSE = 12.0
LONGEST = 24


def captions(texts: Sequence[Element], shapes: Sequence[Shape]) -> dict[str, str]:
    """Find captions.

    Args:
        texts: Words that belong to nothing yet.
        shapes: Shapes without words.

    Returns:
        Text → shape, each shape once. Written shapes are left alone: they rather label an arrow that ends there.
    """
    grid = Grid((shape, shape.rect) for shape in shapes if shape.form != "joint")
    pairs = []
    for text in texts:
        if len(text.text) > LONGEST or is_shape(text.text):
            continue
        for shape in grid.near(widened(text.rect, CLOSE)):
            distance = gap(text.rect, shape.rect)
            if distance <= CLOSE and _beside(text, shape):
                pairs.append((distance, text.id, shape.id))
    found: dict[str, str] = {}
    taken = set()
    for _, text_id, shape_id in sorted(pairs):
        if text_id not in found and shape_id not in taken:
            found[text_id] = shape_id
            taken.add(shape_id)
    return found


def _beside(text: Element, shape: Shape) -> bool:
    """Whether the middles of words and shape are on one line, upright or level."""
    (tx, ty), (sx, sy) = text.rect.centre, shape.rect.centre
    upright = abs(tx - sx) <= max(text.rect.width, shape.rect.width) / 2
    return upright or abs(ty - sy) <= max(text.rect.height, shape.rect.height) / 4

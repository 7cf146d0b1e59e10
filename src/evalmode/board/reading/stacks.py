"""Boxes that touch, one upon the other, are connected without an arrow, as in the figures of papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.board.drawing import Arrow, Box, Flow, Rect
from evalmode.board.reading.directions import along
from evalmode.board.reading.geometry import Grid, gap, widened

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["stacked"]

TOUCHING = 7.0
FORMS = frozenset({"rectangle", "ellipse", "diamond", "strokes"})


def stacked(boxes: Sequence[Box], arrows: Iterable[Arrow], flow: Flow) -> list[Arrow]:
    """Connections between touching boxes.

    Args:
        boxes: In their order along the flow.
        arrows: The drawn connections.
        flow: The main direction.

    Returns:
        A connection from every box that is reached but not left to the box that touches it further along.
    """
    if flow == "unknown":
        return []
    drawn = list(arrows)
    left, reached = {arrow.source for arrow in drawn}, {arrow.target for arrow in drawn}
    solid = [box for box in boxes if box.form in FORMS and box.label]
    grid = Grid((box, box.rect) for box in solid)
    found = []
    for box in solid:
        if box.id in left or box.id not in reached:
            continue
        for other in grid.near(widened(box.rect, TOUCHING)):
            if _follows(other.rect, box.rect, flow) and other.id != box.id:
                found.append(
                    Arrow(
                        f"{box.id}~{other.id}",
                        box.id,
                        other.id,
                        headless=True,
                        origin="joined",
                        elements=(box.id, other.id),
                    )
                )
                reached.add(other.id)
                break
    return found


def _follows(other: Rect, box: Rect, flow: Flow) -> bool:
    """Whether a box touches another and lies right behind it."""
    if gap(other, box) > TOUCHING:
        return False
    upright = flow in {"up", "down"}
    size, extent = (box.height, other.height) if upright else (box.width, other.width)
    step = along(flow, other.centre) - along(flow, box.centre)
    if step < 0.8 * (size + extent) / 2:
        return False
    if upright:
        shared = min(box.x + box.width, other.x + other.width) - max(box.x, other.x)
        return shared >= 0.6 * min(box.width, other.width)
    shared = min(box.y + box.height, other.y + other.height) - max(box.y, other.y)
    return shared >= 0.6 * min(box.height, other.height)

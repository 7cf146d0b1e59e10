"""A tidy layout in another direction, wider, and not quite straight."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from evalmode.board.drawing import Drawing, Rect

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from board_corpus.styles import Style

__all__ = ["bent"]


def bent(drawing: Drawing, style: Style, random: Random) -> Drawing:
    """The drawing in another direction, wider, and not quite straight."""

    def at(x: float, y: float) -> tuple[float, float]:
        x, y = x * style.scale, y * style.scale
        match style.flow:
            case "up":
                return x, -y
            case "right":
                return y * 3.6, x * 0.8
            case _:
                return x, y

    boxes = []
    for box in drawing.boxes:
        x, y = at(*box.rect.centre)
        x += random.uniform(-style.jitter, style.jitter)
        y += random.uniform(-style.jitter, style.jitter)
        boxes.append(replace(box, rect=replace(box.rect, x=x - box.rect.width / 2, y=y - box.rect.height / 2)))
    rects = {box.id: box.rect for box in boxes}
    arrows = []
    for arrow in drawing.arrows:
        middle = [at(*point) for point in arrow.points[1:-1]]
        first, last = rects[arrow.source], rects[arrow.target]
        begin = _border(first, middle[0] if middle else last.centre)
        end = _border(last, middle[-1] if middle else first.centre)
        arrows.append(replace(arrow, points=(begin, *middle, end)))
    frames = [replace(frame, rect=_around([rects[box] for box in frame.members])) for frame in drawing.frames]
    right = max((rect.x + rect.width for rect in rects.values()), default=0.0) + 300
    below = max((rect.y for rect in rects.values()), default=0.0) + 300
    notes = [
        replace(note, rect=replace(note.rect, x=right, y=below + 80 * number))
        for number, note in enumerate(drawing.notes)
    ]
    return replace(drawing, boxes=tuple(boxes), arrows=tuple(arrows), frames=tuple(frames), notes=tuple(notes))


def _border(rect: Rect, aim: tuple[float, float]) -> tuple[float, float]:
    """Where the way from the middle of a box to a point leaves it."""
    x, y = rect.centre
    dx, dy = aim[0] - x, aim[1] - y
    reach = min(
        (rect.width / 2 + 4) / abs(dx) if dx else 1e9,
        (rect.height / 2 + 4) / abs(dy) if dy else 1e9,
    )
    return x + dx * min(reach, 1.0), y + dy * min(reach, 1.0)


def _around(rects: Sequence[Rect]) -> Rect:
    if not rects:
        return Rect(0, 0, 120, 80)
    left, top = min(rect.x for rect in rects) - 50, min(rect.y for rect in rects) - 60
    right, bottom = max(rect.x + rect.width for rect in rects) + 50, max(rect.y + rect.height for rect in rects) + 40
    return Rect(left, top, right - left, bottom - top)

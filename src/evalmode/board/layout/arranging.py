"""Places for a whole drawing: frame by frame from the inside out, then notes beside what they speak of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from evalmode.board.drawing import Arrow, Box, Drawing, Frame, Note, Rect
from evalmode.board.layout.measure import FONT, LABEL_FONT, box_size, is_sign, text_size, wrap
from evalmode.board.layout.palette import PALETTE
from evalmode.board.layout.sheets import Sheet, make_sheet
from evalmode.board.notation.frames import nested

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Shape", "lay_out"]

Shape = Literal["auto", "rows", "u"]
_NOTE_WIDTH = 320.0
_ASIDE = 60.0


def lay_out(
    drawing: Drawing,
    *,
    kinds: Mapping[str, str] | None = None,
    palette: Mapping[str, str] = PALETTE,
    shape: Shape = "auto",
) -> Drawing:
    """A drawing with places: data flows down, skips go round at the side, frames hold their boxes.

    Args:
        drawing: What to lay out; its old places are forgotten.
        kinds: Box id → category of what it does, for its colour.
        palette: Category → fill; boxes that already have a colour keep it.
        shape: ``u`` lets what goes down on the left face what comes up on the right; ``auto`` does so where skips are
            nested as in a U-Net.
    """
    kinds = kinds or {}
    frames = {frame.id: frame for frame in nested(drawing.frames)}
    boxes = [_sized(box, frames, palette.get(kinds.get(box.id, ""), "")) for box in drawing.boxes]
    known = {box.id for box in boxes}
    arrows = [arrow for arrow in drawing.arrows if arrow.source in known and arrow.target in known]
    sheet = make_sheet("", boxes, arrows, frames, shape)
    courses = sheet.courses
    rects = sheet.rects
    placed = replace(
        drawing,
        boxes=tuple(replace(box, rect=rects[box.id]) for box in boxes),
        arrows=tuple(replace(arrow, points=courses.get(arrow.id, ())) for arrow in drawing.arrows),
        frames=tuple(replace(frame, rect=rects.get(frame.id, Rect())) for frame in drawing.frames),
        flow="down",
    )
    return replace(placed, notes=_beside(placed, sheet))


def _sized(box: Box, frames: Mapping[str, Frame], colour: str) -> Box:
    width, height = box_size(box.label)
    frame = box.frame if box.frame in frames else ""
    return replace(
        box,
        rect=Rect(0, 0, width, height),
        form="ellipse" if is_sign(box.label) else "rectangle",
        frame=frame,
        colour=box.colour or colour,
    )


def _beside(drawing: Drawing, sheet: Sheet) -> tuple[Note, ...]:
    """Notes in a column at the right, each as near as can be to what it speaks of."""
    places = {**{box.id: box.rect for box in drawing.boxes}, **{frame.id: frame.rect for frame in drawing.frames}}
    places |= {arrow.id: _box_of(arrow) for arrow in drawing.arrows if arrow.points}
    wished: list[tuple[float, int, Note]] = []
    for number, note in enumerate(drawing.notes):
        width, height = text_size(wrap(note.text, _NOTE_WIDTH, LABEL_FONT), LABEL_FONT)
        near = places.get(note.near)
        y = near.centre[1] - height / 2 if near else 0.0
        wished.append((y, number, replace(note, rect=Rect(0, 0, width, height))))
    free, made = 0.0, list(drawing.notes)
    for wish, number, note in sorted(wished, key=lambda one: one[:2]):
        y = max(wish, free)
        made[number] = replace(note, rect=replace(note.rect, x=sheet.width + _ASIDE, y=y))
        free = y + note.rect.height + FONT
    return tuple(made)


def _box_of(arrow: Arrow) -> Rect:
    xs, ys = [x for x, _ in arrow.points], [y for _, y in arrow.points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))

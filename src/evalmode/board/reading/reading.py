"""A scene becomes a drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.board.reading.assembling import assemble
from evalmode.board.reading.connecting import connect
from evalmode.board.reading.sheet import sort_out

if TYPE_CHECKING:
    from collections.abc import Iterable

    from evalmode.board.drawing import Correction, Drawing
    from evalmode.board.reading.elements import Scene

__all__ = ["read_drawing"]


def read_drawing(scene: Scene, corrections: Iterable[Correction] = ()) -> Drawing:
    """Read boxes, arrows, frames and words from a scene, as a person would who looks at it.

    Bindings are believed first; an end without one is at the box it stands at or points to, or on another arrow, which
    is then followed. What cannot be told is listed as unread and never guessed.

    Args:
        scene: The canvas.
        corrections: What a person said about earlier readings, oldest first; what is about elements that are gone is
            passed over.

    Returns:
        The drawing. Boxes, arrows and notes carry the ids of all elements they were read from.
    """
    told = tuple(corrections)
    sheet = sort_out(scene, told)
    return assemble(scene, sheet, connect(sheet, told))

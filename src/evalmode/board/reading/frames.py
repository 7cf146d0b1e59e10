"""An arrow that ends at something drawn around boxes goes on to one of these boxes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from evalmode.board.drawing import Rect
from evalmode.board.reading.geometry import beyond, gap, heading

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from evalmode.board.reading.elements import Point

__all__ = ["inner_end"]


def inner_end(
    course: Sequence[Point],
    frame: Rect,
    members: Mapping[str, Rect],
    met: Collection[str],
) -> str:
    """The box in a frame that an arrow to the frame means.

    Args:
        course: The arrow's points up to the end in question.
        frame: The frame.
        members: The boxes in it.
        met: Boxes that cannot be the frame's way in (or out), because an arrow from within already leads there.

    Returns:
        Its id; empty if there is no box in the frame.
    """
    if not members:
        return ""
    point, ahead = course[-1], heading(course)
    far = math.hypot(frame.width, frame.height)
    hit = {name: beyond(point, ahead, rect, far) for name, rect in members.items()}
    first = min(hit, key=lambda name: hit[name])
    if hit[first] < math.inf:
        return first
    free = [name for name in members if name not in met] or list(members)
    spot = Rect(point[0], point[1])
    return min(free, key=lambda name: gap(spot, members[name]))

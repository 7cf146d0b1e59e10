"""Frames in frames, as far as these can be written and laid out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from evalmode.board.drawing import Frame

__all__ = ["DEEPEST", "nested"]

DEEPEST = 30
"""How many frames may be around another."""


def nested(frames: Iterable[Frame]) -> list[Frame]:
    """Frames of which each has a frame around it that is there, or none.

    One whose surroundings are missing, go round in a circle, or are too many, stands alone.
    """
    known = {frame.id: frame for frame in frames}
    made: list[Frame] = []
    for frame in known.values():
        seen, at = {frame.id}, frame.frame
        while at in known and at not in seen and len(seen) <= DEEPEST:
            seen.add(at)
            at = known[at].frame
        ends = at not in known
        made.append(frame if ends and frame.frame in known else replace(frame, frame=""))
    return made

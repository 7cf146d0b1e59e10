"""References as they are shown to people: every choice made, every optional step drawn."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evalmode.board.drawing import Drawing

__all__ = ["plain"]

_CHOICE = re.compile(r"\s*(?<![|\\])\|(?!\|).*$")


def plain(drawing: Drawing) -> Drawing:
    """A reference's drawing without the marks that only matching understands: ``A | B`` is A, ``A?`` is A."""
    boxes = tuple(replace(box, label="\n".join(map(_plain, box.label.split("\n")))) for box in drawing.boxes)
    return replace(drawing, boxes=boxes)


def _plain(line: str) -> str:
    return _CHOICE.sub("", line).removesuffix("?").rstrip()

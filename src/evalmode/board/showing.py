"""References as they are shown to people: every choice made, every optional step drawn."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from evalmode.board.notation import parse_notation, write_notation

if TYPE_CHECKING:
    from evalmode.board.drawing import Drawing

__all__ = ["plain"]

_CHOICE = re.compile(r"\s*(?<![|\\])\|(?!\|).*$")


def plain(drawing: Drawing) -> Drawing:
    """A reference's drawing without the marks that only matching understands: ``A | B`` is A, ``A?`` is A."""
    boxes = tuple(replace(box, label="\n".join(map(_plain, box.label.split("\n")))) for box in drawing.boxes)
    return parse_notation(write_notation(replace(drawing, boxes=boxes)))  # its ids come from its labels


def _plain(line: str) -> str:
    return _CHOICE.sub("", line).removesuffix("?").rstrip()

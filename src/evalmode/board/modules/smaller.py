"""A drawing with smaller numbers: what is proven of a ViT with 48 features holds for one with 768, and is quick."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evalmode.board.drawing import Drawing

__all__ = ["smaller"]

_NUMBER = re.compile(r"(?<![\w.])\d+(?![\w.])")


def smaller(drawing: Drawing, numbers: Mapping[int, int]) -> Drawing:
    """The drawing with some of its numbers replaced by others, in all its boxes and on all its arrows."""
    if not numbers:
        return drawing

    def put(text: str) -> str:
        return _NUMBER.sub(lambda match: str(numbers.get(int(match[0]), match[0])), text)

    return replace(
        drawing,
        boxes=tuple(replace(box, label=put(box.label)) for box in drawing.boxes),
        arrows=tuple(replace(arrow, label=put(arrow.label)) for arrow in drawing.arrows),
    )

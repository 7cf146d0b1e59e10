"""Arrows that lead back: perhaps they only point the wrong way."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evalmode.board.drawing import Arrow, Drawing

__all__ = ["backward_arrows", "turn"]

_BEFORE = re.compile(r"^\s*[chCHsS](?:_|\^)?\s*[{(\[<⟨]?\s*(?:t ?[-−–] ?1|prev|old)\b|^\s*[chCH][ₜ]₋₁")
"""What can only come from the step before, as ``c_{t-1}``."""


def backward_arrows(drawing: Drawing) -> list[Arrow]:
    """The arrows that close a cycle, seen from where the data starts, and those to a state of the step before."""
    leaving: dict[str, list[Arrow]] = {}
    reached = set()
    for arrow in drawing.arrows:
        leaving.setdefault(arrow.source, []).append(arrow)
        reached.add(arrow.target)
    starts = [box.id for box in drawing.boxes if box.id not in reached]
    starts += [box.id for box in drawing.boxes if box.id not in starts]
    before = {box.id for box in drawing.boxes if box.id not in leaving and _BEFORE.match(box.label)}
    found = [arrow for arrow in drawing.arrows if arrow.target in before]
    done: set[str] = set()
    for start in starts:
        _walk(start, leaving, done, found)
    return found


def _walk(start: str, leaving: dict[str, list[Arrow]], done: set[str], found: list[Arrow]) -> None:
    """Depth first, without recursion: an arrow to a box that is still open leads back."""
    if start in done:
        return
    opened = {start}
    stack = [(start, iter(leaving.get(start, ())))]
    while stack:
        box, arrows = stack[-1]
        arrow = next(arrows, None)
        if arrow is None:
            opened.discard(box)
            done.add(box)
            stack.pop()
        elif arrow.target in opened:
            found.append(arrow)
        elif arrow.target not in done:
            opened.add(arrow.target)
            stack.append((arrow.target, iter(leaving.get(arrow.target, ()))))


def turn(drawing: Drawing, arrows: list[Arrow]) -> Drawing:
    """The drawing with some arrows the other way round."""
    turned = {arrow.id for arrow in arrows}
    return replace(
        drawing,
        arrows=tuple(
            replace(one, source=one.target, target=one.source) if one.id in turned else one for one in drawing.arrows
        ),
    )

"""Where arrows that go round leave and reach boxes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from evalmode.board.layout.routes import TIP, Point, on_side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evalmode.board.drawing import Box, Rect
    from evalmode.board.layout.strips import Strips

__all__ = ["UPRIGHT", "Lane", "level", "ports"]

UPRIGHT = frozenset({"top", "bottom"})
"""The sides at which an arrow stands upright on a box."""

_APART = 17.0
_AWAY = 21.0
_SIDEWAYS = 0.28


@dataclass(frozen=True, slots=True)
class Lane:
    """An upright way.

    Args:
        x: Where it is.
        leaves: The side of the source at which it begins: ``left``, ``right``, ``top`` or ``bottom``.
        reaches: The side of the target at which it ends.
    """

    x: float
    leaves: str
    reaches: str


@dataclass(frozen=True, slots=True)
class _End:
    far: float
    """How far down the other end is."""
    last: bool
    """Whether it is the head of its arrow."""
    arrow: str
    box: Box
    lane: float


def level(rect: Rect, side: str) -> float:
    """The height at which arrows go sideways above or below a box."""
    return rect.y - _AWAY if side == "top" else rect.y + rect.height + _AWAY


def ports(ways: Sequence[tuple[str, Box, Box, Lane]], used: Strips) -> dict[str, tuple[Point, Point]]:
    """Arrow → where it leaves and where it arrives, for arrows with their source, target and lane.

    At the left and right of a box one that goes up further is above the others. Places in ``used`` are taken.
    """
    ends: dict[tuple[str, str], list[_End]] = {}
    for arrow, source, target, lane in ways:
        one = _End(target.rect.centre[1], False, arrow, source, lane.x)
        two = _End(source.rect.centre[1], True, arrow, target, lane.x)
        ends.setdefault((source.id, lane.leaves), []).append(one)
        ends.setdefault((target.id, lane.reaches), []).append(two)
    found: dict[tuple[str, bool], Point] = {}
    for (_, side), group in ends.items():
        place = _upright if side in UPRIGHT else _level
        found |= place(side, group, used)
    return {arrow: (found[arrow, False], found[arrow, True]) for arrow, _, _, _ in ways}


def _level(side: str, group: list[_End], used: Strips) -> dict[tuple[str, bool], Point]:
    group.sort(key=lambda end: (end.far, end.last))
    rect = group[0].box.rect
    step = min(_APART, rect.height * 0.7 / len(group))
    found: dict[tuple[str, bool], Point] = {}
    for number, end in enumerate(group):
        shift = (number - (len(group) - 1) / 2) * step
        port = _at_side(end.box, side, shift)
        near = used.between(port[1] - _APART / 2, port[1] + _APART / 2)
        if any(abs(port[0] - taken.x) < _APART for taken in near):
            port = _at_side(end.box, side, shift + (step if end.far > rect.centre[1] else -step))
        found[end.arrow, end.last] = port
    return found


def _at_side(box: Box, side: str, shift: float) -> Point:
    x, y = on_side(box.rect, side, box.rect.centre[1] + shift)
    inwards = _inwards(box, shift)
    return x + (inwards if side == "left" else -inwards), y


def _upright(side: str, group: list[_End], _used: Strips) -> dict[tuple[str, bool], Point]:
    """Beside the middle, which is for arrows that come straight."""
    found: dict[tuple[str, bool], Point] = {}
    for right in (False, True):
        part = sorted((end for end in group if (end.lane > end.box.rect.centre[0]) == right), key=lambda end: end.lane)
        for number, end in enumerate(part):
            shift = end.box.rect.width * (_SIDEWAYS + 0.15 * number / len(part)) * (1 if right else -1)
            inwards = _inwards(end.box, shift)
            y = end.box.rect.y - TIP + inwards
            if side == "bottom":
                y = end.box.rect.y + end.box.rect.height + TIP - inwards
            found[end.arrow, end.last] = (end.box.rect.centre[0] + shift, y)
    return found


def _inwards(box: Box, shift: float) -> float:
    """How much further in a circle begins, beside its middle."""
    if box.form != "ellipse":
        return 0.0
    radius = box.rect.width / 2
    return float(radius - max(radius**2 - shift**2, 0.0) ** 0.5)

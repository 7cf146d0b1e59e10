"""Plain chains stand exactly upright: their steps are moved together, as one pillar."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["Tie", "median", "upright"]

_PASSES = 60
_SNAP = 16.0


@dataclass(frozen=True, slots=True)
class Tie:
    """Two units of neighbouring rows that are joined.

    Args:
        source: The upper one.
        target: The lower one.
        shift: How far right of the upper one's middle the lower one's middle should be.
        weight: How much that matters.
        plain: Whether nothing else leaves the upper one or comes to the lower one.
    """

    source: str
    target: str
    shift: float
    weight: float
    plain: bool


@dataclass(slots=True)
class _Pillar:
    x: float = 0.0
    lefts: list[tuple[int, float]] = field(default_factory=list)
    """Pillars on the left, and the least distance to each."""
    rights: list[tuple[int, float]] = field(default_factory=list)
    pulls: list[tuple[int, float, float]] = field(default_factory=list)
    """Pillars it is joined to, where it should be seen from these, and how much that matters."""


def upright(
    rows: Sequence[Sequence[str]],
    gaps: Sequence[Sequence[float]],
    ties: Sequence[Tie],
    start: Mapping[str, float],
) -> dict[str, float]:
    """The middles of all units, with plain chains upright; as they were where such chains cross.

    Args:
        rows: The units of each row from left to right.
        gaps: The least distances between the middles of neighbours.
        ties: What should stand under what.
        start: Where the units are so far.
    """
    home, offset = _homes(rows, ties)
    pillars = [_Pillar() for _ in range(len(set(home.values())))]
    _start(pillars, home, offset, start)
    for row, gap in zip(rows, gaps, strict=True):
        for left, right, apart in zip(row, row[1:], gap, strict=False):
            least = apart + offset[left] - offset[right]
            pillars[home[left]].rights.append((home[right], least))
            pillars[home[right]].lefts.append((home[left], least))
    order = _from_left(pillars)
    if order is None:
        return dict(start)
    for tie in ties:
        one, two = home[tie.source], home[tie.target]
        if one != two:
            apart = offset[tie.source] + tie.shift - offset[tie.target]
            pillars[two].pulls.append((one, apart, tie.weight))
            pillars[one].pulls.append((two, -apart, tie.weight))
    _settle(pillars, order)
    return {unit: pillars[number].x + offset[unit] for unit, number in home.items()}


def _homes(rows: Sequence[Sequence[str]], ties: Sequence[Tie]) -> tuple[dict[str, int], dict[str, float]]:
    """Unit → its pillar, and how far right of the pillar's middle it is."""
    above = {tie.target: tie for tie in ties if tie.plain}
    home: dict[str, int] = {}
    offset: dict[str, float] = {}
    count = 0
    for row in rows:
        for unit in row:
            tie = above.get(unit)
            if tie is not None and tie.source in home:
                home[unit] = home[tie.source]
                offset[unit] = offset[tie.source] + tie.shift
            else:
                home[unit], offset[unit] = count, 0.0
                count += 1
    return home, offset


def _start(
    pillars: Sequence[_Pillar], home: Mapping[str, int], offset: Mapping[str, float], start: Mapping[str, float]
) -> None:
    """Each pillar at the mean place of its units."""
    counts = [0] * len(pillars)
    for unit, number in home.items():
        pillars[number].x += start[unit] - offset[unit]
        counts[number] += 1
    for pillar, number in zip(pillars, counts, strict=True):
        pillar.x /= number


def _from_left(pillars: Sequence[_Pillar]) -> list[int] | None:
    """The pillars so that each comes after those on its left, pushed apart; None where that goes round."""
    waits = [len(pillar.lefts) for pillar in pillars]
    ready = [number for number, count in enumerate(waits) if not count]
    for number in ready:
        pillar = pillars[number]
        pillar.x = max([pillar.x, *(pillars[left].x + apart for left, apart in pillar.lefts)])
        for right, _ in pillar.rights:
            waits[right] -= 1
            if not waits[right]:
                ready.append(right)
    return ready if len(ready) == len(pillars) else None


def _settle(pillars: Sequence[_Pillar], order: Sequence[int]) -> None:
    """Moves each pillar to the middle of where it is pulled, as far as its neighbours let it.

    In the end, one that is nearly straight under another is put there.
    """
    for number in range(_PASSES):
        for one in order if number % 2 else reversed(order):
            pillar = pillars[one]
            if pillar.pulls:
                total = sum(weight for _, _, weight in pillar.pulls)
                wish = sum((pillars[other].x + apart) * weight for other, apart, weight in pillar.pulls) / total
                pillar.x = _allowed(pillars, pillar, wish)
    for one in order:
        pillar = pillars[one]
        near = [pillars[other].x + apart for other, apart, _ in pillar.pulls]
        near = [x for x in near if abs(x - pillar.x) < _SNAP and _allowed(pillars, pillar, x) == x]
        if near:
            pillar.x = min(near, key=lambda x: abs(x - pillar.x))


def _allowed(pillars: Sequence[_Pillar], pillar: _Pillar, wish: float) -> float:
    """The place nearest to a wish that its neighbours leave to a pillar."""
    low = max((pillars[left].x + apart for left, apart in pillar.lefts), default=-inf)
    high = min((pillars[right].x - apart for right, apart in pillar.rights), default=inf)
    return min(max(wish, low), max(low, high))


def median(places: list[tuple[float, float]]) -> float:
    """The weighted median of places; between two that are equally good, the middle."""
    places.sort()
    total = sum(weight for _, weight in places)
    passed = 0.0
    for number, (place, weight) in enumerate(places):
        passed += weight
        if passed * 2 > total:
            return place
        if passed * 2 == total:
            return (place + places[number + 1][0]) / 2
    return places[-1][0]

"""Where each unit of a row stands: straight under what it continues, and never over its neighbour."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from evalmode.board.layout.pillars import Tie, median, upright

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evalmode.board.layout.layers import Link, Unit

__all__ = ["middles", "spread"]

_BETWEEN = 44.0
_BESIDE_BEND = 26.0
_CHAIN = 40.0
"""How much more a step of a plain chain wants to stand straight under the one before."""


def middles(rows: list[list[str]], units: dict[str, Unit], short: list[tuple[str, str, Link]]) -> dict[str, float]:
    """The middle of each unit, from left to right."""
    ties = _ties(units, short)
    up: dict[str, list[tuple[str, float, float]]] = {unit: [] for row in rows for unit in row}
    down: dict[str, list[tuple[str, float, float]]] = {unit: [] for row in rows for unit in row}
    for tie in ties:
        up[tie.target].append((tie.source, tie.shift, tie.weight))
        down[tie.source].append((tie.target, -tie.shift, tie.weight))
    gaps = [[_gap(left, right, units) for left, right in itertools.pairwise(row)] for row in rows]
    x: dict[str, float] = {}
    for row, gap in zip(rows, gaps, strict=True):
        x.update(zip(row, spread([0.0] * len(row), [1.0] * len(row), gap), strict=True))
    for ways in [(up,), (down,), (up,), (down,), (up, down)]:
        downward = ways[0] is up
        for number in range(len(rows)) if downward else reversed(range(len(rows))):
            row = rows[number]
            wishes = [_wish(unit, x, [one for way in ways for one in way[unit]]) for unit in row]
            places = spread([wish for wish, _ in wishes], [weight for _, weight in wishes], gaps[number])
            x.update(zip(row, places, strict=True))
    return upright(rows, gaps, ties, x)


def _ties(units: dict[str, Unit], short: list[tuple[str, str, Link]]) -> list[Tie]:
    outs, ins = _degrees(short)
    ties: list[Tie] = []
    for source, target, link in short:
        shift = (link.leaves if source in units else 0.0) - (link.reaches if target in units else 0.0)
        plain = outs[source] == 1 == ins[target]
        weight = (1.0, 2.0, 8.0)[(source not in units) + (target not in units)]
        ties.append(Tie(source, target, shift, weight * (_CHAIN if plain else 1.0), plain))
    return ties


def _degrees(short: list[tuple[str, str, Link]]) -> tuple[dict[str, int], dict[str, int]]:
    outs: dict[str, int] = {}
    ins: dict[str, int] = {}
    for source, target, _ in short:
        outs[source] = outs.get(source, 0) + 1
        ins[target] = ins.get(target, 0) + 1
    return outs, ins


def _gap(left: str, right: str, units: dict[str, Unit]) -> float:
    """The distance between the middles of two neighbours."""
    one, two = units.get(left), units.get(right)
    apart = _BETWEEN if one and two else _BESIDE_BEND
    return (max(one.width / 2, one.room) if one else 0.0) + apart + (two.width / 2 if two else 0.0)


def _wish(unit: str, x: dict[str, float], ends: list[tuple[str, float, float]]) -> tuple[float, float]:
    """Where a unit would stand if it were alone: at the weighted median of its ends; and how much it matters."""
    if not ends:
        return x[unit], 0.1
    return median([(x[end] + shift, weight) for end, shift, weight in ends]), sum(weight for _, _, weight in ends)


def spread(wishes: Sequence[float], weights: Sequence[float], gaps: Sequence[float]) -> list[float]:
    """The places nearest to the wished ones (least squares) that keep the order and the gaps between neighbours."""
    offsets = [0.0]
    for gap in gaps:
        offsets.append(offsets[-1] + gap)
    blocks: list[tuple[float, float, int]] = []
    for wish, weight, offset in zip(wishes, weights, offsets, strict=False):
        mean, mass, count = wish - offset, weight, 1
        while blocks and blocks[-1][0] > mean:
            last, more, size = blocks.pop()
            mean = (mean * mass + last * more) / (mass + more)
            mass, count = mass + more, count + size
        blocks.append((mean, mass, count))
    places = [mean for mean, _, count in blocks for _ in range(count)]
    return [place + offset for place, offset in zip(places, offsets, strict=False)]

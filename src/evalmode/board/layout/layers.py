"""Which row each unit stands in, and in which order: rows along the arrows, with few crossings."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Link", "Unit", "order_rows", "ranks", "rows_with_bends"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A box, a frame with all it holds, or the place where a long arrow passes a row.

    Args:
        id: Its name.
        width: Its width.
        height: Its height.
        room: What it needs on the right of its middle, for the words beside the arrow that leaves it.
    """

    id: str
    width: float
    height: float
    room: float = 0.0


@dataclass(frozen=True, slots=True)
class Link:
    """An arrow between two units.

    Args:
        id: The arrow's.
        source: The unit it leaves.
        target: The unit it reaches.
        leaves: Where it leaves, right of the source's middle.
        reaches: Where it arrives, right of the target's middle.
        side: Whether it goes round at the side, so that rows need not make way for it.
        back: Whether it may lead back, so that it does not tell which row comes first.
    """

    id: str
    source: str
    target: str
    leaves: float = 0.0
    reaches: float = 0.0
    side: bool = False
    back: bool = False


def ranks(units: Sequence[Unit], links: Iterable[Link]) -> dict[str, int]:
    """The row of each unit: below all that it takes values from, and inputs close to where they are used."""
    forward = _without_cycles(units, [link for link in links if not link.back])
    touched = {end for link in forward for end in (link.source, link.target)}
    loose = [link for link in links if link.back and not {link.source, link.target} <= touched]
    forward = _without_cycles(units, [*forward, *loose])
    before: dict[str, list[str]] = {unit.id: [] for unit in units}
    after: dict[str, list[str]] = {unit.id: [] for unit in units}
    for link in forward:
        before[link.target].append(link.source)
        after[link.source].append(link.target)
    rank: dict[str, int] = {}
    for unit in _topological(before, after):
        rank[unit] = max((rank[one] + 1 for one in before[unit]), default=0)
    for unit, sources in before.items():
        if not sources and after[unit]:
            rank[unit] = max(rank[unit], min(rank[one] for one in after[unit]) - 1)
    return rank


def _without_cycles(units: Sequence[Unit], links: list[Link]) -> list[Link]:
    """Links without those that lead back, followed from the first unit on."""
    outgoing: dict[str, list[Link]] = {unit.id: [] for unit in units}
    for link in links:
        if link.source != link.target:
            outgoing[link.source].append(link)
    kept: list[Link] = []
    state: dict[str, int] = {}
    reached = {link.target for link in links}
    starts = [unit.id for unit in units if unit.id not in reached] + [unit.id for unit in units]
    for start in starts:
        if start in state:
            continue
        state[start] = 1
        stack = [(start, iter(outgoing[start]))]
        while stack:
            unit, rest = stack[-1]
            following = next(rest, None)
            if following is None:
                state[unit] = 2
                stack.pop()
            elif state.get(following.target) != 1:
                kept.append(following)
                if following.target not in state:
                    state[following.target] = 1
                    stack.append((following.target, iter(outgoing[following.target])))
    return kept


def _topological(before: dict[str, list[str]], after: dict[str, list[str]]) -> list[str]:
    waits = {unit: len(sources) for unit, sources in before.items()}
    ready = [unit for unit, count in waits.items() if not count]
    for unit in ready:
        for target in after[unit]:
            waits[target] -= 1
            if not waits[target]:
                ready.append(target)
    return ready


def rows_with_bends(
    units: Sequence[Unit], links: Iterable[Link], rank: dict[str, int]
) -> tuple[list[list[str]], list[tuple[str, str, Link]], dict[str, list[str]]]:
    """Rows, the short links between neighbouring rows, and the bends of each long link.

    A bend is a unit of its own, named after its link.
    """
    rows: list[list[str]] = [[] for _ in range(max(rank.values(), default=-1) + 1)]
    for unit in units:
        rows[rank[unit.id]].append(unit.id)
    short: list[tuple[str, str, Link]] = []
    bends: dict[str, list[str]] = {}
    for link in links:
        if link.side or rank[link.source] >= rank[link.target]:
            continue
        at = link.source
        for row in range(rank[link.source] + 1, rank[link.target]):
            bend = f"{link.id}\0{row}"
            bends.setdefault(link.id, []).append(bend)
            rows[row].append(bend)
            short.append((at, bend, link))
            at = bend
        short.append((at, link.target, link))
    return rows, short, bends


def order_rows(rows: list[list[str]], short: list[tuple[str, str, Link]]) -> list[list[str]]:
    """Rows in the order with the fewest crossings that some sweeps find."""
    up: dict[str, list[str]] = {unit: [] for row in rows for unit in row}
    down: dict[str, list[str]] = {unit: [] for row in rows for unit in row}
    for source, target, _ in short:
        up[target].append(source)
        down[source].append(target)
    best, least = [list(row) for row in rows], _crossings(rows, down)
    rows = [list(row) for row in rows]
    sweeps = 12 if sum(map(len, rows)) < 400 else 3
    for sweep in range(sweeps):
        if not least:
            break
        if sweep % 2 == 0:
            for above, row in itertools.pairwise(rows):
                _by_middle(row, above, up)
        else:
            for below, row in zip(rows[::-1], rows[-2::-1], strict=False):
                _by_middle(row, below, down)
        crossings = _crossings(rows, down)
        if crossings < least:
            best, least = [list(row) for row in rows], crossings
    return best


def _by_middle(row: list[str], fixed: list[str], towards: dict[str, list[str]]) -> None:
    """A row in the order of the middles of what its units are joined to."""
    place = {unit: number for number, unit in enumerate(fixed)}
    own = {unit: number for number, unit in enumerate(row)}

    def middle(unit: str) -> tuple[float, int]:
        ends = [place[one] for one in towards[unit]]
        return (sum(ends) / len(ends) if ends else own[unit], own[unit])

    row.sort(key=middle)


def _crossings(rows: list[list[str]], down: dict[str, list[str]]) -> int:
    total = 0
    for row, below in itertools.pairwise(rows):
        place = {unit: number for number, unit in enumerate(below)}
        ends: list[int] = []
        for unit in row:
            for end in sorted(place[target] for target in down[unit]):
                total += sum(1 for earlier in ends if earlier > end)
            ends += [place[target] for target in down[unit]]
    return total

"""Networks that go down and up again: equal resolutions face each other, as one draws a U-Net."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from evalmode.board.drawing import Rect
from evalmode.board.layout.layers import Link, Unit, ranks
from evalmode.board.layout.positions import spread

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["u_places"]

_ROW = 46.0
_WORDS = 26.0
_COLUMNS = 200.0
_ASIDE = 70.0
_BOTTOM = 60.0


def u_places(units: Sequence[Unit], links: Sequence[Link], *, force: bool) -> dict[str, Rect] | None:
    """Places in the shape of a U; None where the links have no such shape.

    Args:
        units: What is placed.
        links: The arrows between them.
        force: Whether one skip is enough.
    """
    forward = [link for link in links if not link.back]
    spine = _longest_path(units, forward)
    if len(spine) < (5 if force else 0.7 * len(units)):
        return None
    place = {unit: number for number, unit in enumerate(spine)}
    skips = _nested([link for link in forward if link.source in place and link.target in place], place, force=force)
    if len(skips) < (1 if force else 2):
        return None
    known = {unit.id: unit for unit in units}
    places = _columns(spine, skips, known, _labels_room(forward, known))
    _add_others(places, [unit for unit in units if unit.id not in place], links)
    return places


def _longest_path(units: Sequence[Unit], links: Sequence[Link]) -> list[str]:
    rank = ranks(units, links)
    before: dict[str, list[str]] = {unit.id: [] for unit in units}
    for link in links:
        if rank[link.source] < rank[link.target]:
            before[link.target].append(link.source)
    length: dict[str, int] = {}
    via: dict[str, str] = {}
    for unit in sorted(before, key=lambda one: rank[one]):
        last = max(before[unit], key=lambda one: length[one], default=None)
        length[unit] = 1 if last is None else length[last] + 1
        if last is not None:
            via[unit] = last
    at = max(length, key=lambda one: length[one], default=None)
    path: list[str] = []
    while at is not None:
        path.append(at)
        at = via.get(at)
    return path[::-1]


def _nested(links: Sequence[Link], place: dict[str, int], *, force: bool) -> list[tuple[int, int]]:
    """The skips that lie one in the other around the deepest point, outermost first."""
    spans = sorted(
        {
            (place[link.source], place[link.target])
            for link in links
            if place[link.target] - place[link.source] > 2 and (force or not link.side)
        }
    )
    best: list[tuple[int, int]] = []
    for middle in range(len(place)):
        around = [span for span in spans if span[0] < middle < span[1]]
        if len(around) > len(best) and all(a[0] < b[0] and a[1] > b[1] for a, b in pairwise(around)):
            best = around
    return best


def _labels_room(links: Sequence[Link], known: dict[str, Unit]) -> float:
    return max((known[link.source].room for link in links), default=0.0)


def _columns(spine: list[str], skips: list[tuple[int, int]], known: dict[str, Unit], room: float) -> dict[str, Rect]:
    """The left column down to the innermost skip, the right one up from it, and what lies between at the bottom."""
    row = _ROW + (_WORDS if room else 0.0)
    lefts = _between([-1, *(one for one, _ in skips)], spine)
    rights = [part[::-1] for part in _between([*(two for _, two in reversed(skips)), len(spine)], spine)][::-1]
    y = 0.0
    levels: dict[str, float] = {}
    for number, (left, right) in enumerate(zip(lefts, rights, strict=True)):
        pair = [spine[skips[number][0]], spine[skips[number][1]]]
        tall = max(known[one].height for one in pair)
        depth = max(_stack(left, known, row), _stack(right, known, row))
        for part in (left, right):
            _stand(part, (y, depth, row if number else 0.0), known, levels)
        y += depth
        levels |= dict.fromkeys(pair, y + tall / 2)
        y += tall + row
    inside = spine[skips[-1][0] + 1 : skips[-1][1]]
    bottom = inside[1:-1] if len(inside) > 2 else inside
    corners = [inside[0], inside[-1]] if len(inside) > 2 else []
    tall = max((known[one].height for one in inside), default=0.0)
    levels |= dict.fromkeys(inside, y + tall / 2)
    inner = _inner_width(corners, bottom, known)
    half = _half_width(spine[: skips[-1][0] + 1], spine[skips[-1][1] :], inner, known, room)
    places = {}
    for one in [*spine[: skips[-1][0] + 1], *corners[:1]]:
        places[one] = _at(known[one], -half, levels[one])
    for one in [*spine[skips[-1][1] :], *corners[1:]]:
        places[one] = _at(known[one], half, levels[one])
    return places | _bottom(corners, bottom, known, y + tall / 2)


def _between(cuts: list[int], spine: list[str]) -> list[list[str]]:
    """What lies between the ends of neighbouring skips, and beyond the outermost."""
    return [spine[one + 1 : two] for one, two in pairwise(cuts)]


def _stack(part: list[str], known: dict[str, Unit], row: float) -> float:
    return sum(known[one].height + row for one in part)


def _stand(
    part: list[str], place: tuple[float, float, float], known: dict[str, Unit], levels: dict[str, float]
) -> None:
    """Units evenly between the levels of two skips; above the first skip (no row before), close to it."""
    top, depth, row = place
    free = depth - sum(known[one].height for one in part)
    gap = (free + row) / (len(part) + 1) if row else _ROW + _WORDS
    y = top - row + gap if row else top + depth - _stack(part, known, gap)
    for one in part:
        levels[one] = y + known[one].height / 2
        y += known[one].height + gap


def _half_width(left: list[str], right: list[str], inner: float, known: dict[str, Unit], room: float) -> float:
    """Half the distance between the middles of both columns."""
    wide = max(known[one].width for one in [*left, *right])
    return (wide + max(_COLUMNS + room, inner)) / 2


def _inner_width(corners: list[str], bottom: list[str], known: dict[str, Unit]) -> float:
    """The room that the bottom row needs between the columns, the words on its arrows included."""
    words = known[corners[0]].room if corners else 0.0
    return words + sum(known[one].width + known[one].room for one in bottom) + (len(bottom) + 1) * _BOTTOM


def _bottom(corners: list[str], bottom: list[str], known: dict[str, Unit], level: float) -> dict[str, Rect]:
    x = -_inner_width(corners, bottom, known) / 2 + _BOTTOM + (known[corners[0]].room if corners else 0.0)
    places = {}
    for one in bottom:
        places[one] = _at(known[one], x + known[one].width / 2, level)
        x += known[one].width + known[one].room + _BOTTOM
    return places


def _at(unit: Unit, x: float, y: float) -> Rect:
    return Rect(x - unit.width / 2, y - unit.height / 2, unit.width, unit.height)


def _add_others(places: dict[str, Rect], others: list[Unit], links: Sequence[Link]) -> None:
    """What is not on the way down or up stands on the left, near what it is joined to."""
    left = min(rect.x for rect in places.values()) - _ASIDE
    wishes: list[tuple[float, int]] = []
    for number, unit in enumerate(others):
        near = [
            places[end].centre[1]
            for link in links
            for end, own in ((link.source, link.target), (link.target, link.source))
            if own == unit.id and end in places
        ]
        wishes.append((sum(near) / len(near) if near else 0.0, number))
    wishes.sort()
    ordered = [others[number] for _, number in wishes]
    gaps = [(one.height + two.height) / 2 + _ROW for one, two in pairwise(ordered)]
    levels = spread([wish for wish, _ in wishes], [1.0] * len(wishes), gaps)
    for unit, level in zip(ordered, levels, strict=True):
        places[unit.id] = _at(unit, left - unit.width / 2, level)

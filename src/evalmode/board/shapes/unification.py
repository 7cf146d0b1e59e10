"""Shapes of a drawing compared with those of a reference, whatever the drawing calls its sizes.

A drawing may say ``D`` or ``512`` where the reference says ``d_model``, and keep its axes in another order. What each
name stands for is put to the vote of all labels, so that one wrong label is alone in its disagreement.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from evalmode.board.shapes.algebra import Size
from evalmode.board.shapes.alignment import LAYOUTS, Alignment, Layout, alignments, reshaped, role_of_size
from evalmode.board.shapes.lists import sizes_of_list
from evalmode.board.shapes.meanings import KIN, Meanings
from evalmode.board.shapes.parsing import parse_shape
from evalmode.board.shapes.plain import plain_label
from evalmode.board.shapes.values import Shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Unification", "unify", "unify_shapes"]

Said = Shape | str
_MOST_TRIED = 12
_Pair = tuple[Shape, tuple[Shape, ...]]
"""The candidate's shape, and all that the reference accepts there."""


@dataclass(frozen=True, slots=True)
class Unification:
    """How a drawing's shapes go together with a reference's.

    Args:
        agreeing: Places of the pairs that agree, in order.
        disagreeing: Places of those that do not; a pair that cannot be judged is in neither.
        names: What the candidate's names stand for, in the reference's names.
        sizes: What the reference's names stand for where the drawing says a number or another name.
        layout: The order of axes that the drawing keeps to.
    """

    agreeing: tuple[int, ...] = ()
    disagreeing: tuple[int, ...] = ()
    names: dict[str, Size] = field(default_factory=dict)
    sizes: dict[str, Size] = field(default_factory=dict)
    layout: Layout = LAYOUTS[0]

    def said(self, shape: Shape) -> str:
        """A reference's shape in the candidate's own words."""
        back = {value.symbol: Size.of(name) for name, value in reversed(self.names.items()) if value.symbol}
        numbers = {name: size for name, size in self.sizes.items() if size.number is not None and name not in back}
        return str(Shape(tuple(size.put({**numbers, **back}) for size in shape.sizes), open=shape.open))


def unify_shapes(pairs: Sequence[tuple[Said, Said | tuple[Said, ...]]]) -> tuple[list[int], list[int]]:
    """Which of the candidate's shapes agree with the reference's, and which do not.

    Args:
        pairs: The candidate's shape and the reference's, or its alternatives, for each place where both say one.
            Shapes with one axis are compared as plain sizes, so that parameters may be among them.

    Returns:
        The places in ``pairs`` that agree under one reading of the candidate's names, and those that do not. What says
        no shape is in neither.
    """
    found = unify(pairs)
    return list(found.agreeing), list(found.disagreeing)


def unify(pairs: Sequence[tuple[Said, Said | tuple[Said, ...]]]) -> Unification:
    """How the shapes go together: see :func:`unify_shapes`."""
    places: dict[_Pair, list[int]] = {}
    for place, (one, two) in enumerate(pairs):
        mine, theirs = _shape(one), _alternatives(two)
        if mine is not None and theirs:
            places.setdefault((mine, theirs), []).append(place)
    ways = {
        layout: {pair: tuple(way for other in pair[1] for way in alignments(pair[0], other, layout)) for pair in places}
        for layout in LAYOUTS
    }
    best: Unification | None = None
    for layout in sorted(LAYOUTS, key=lambda layout: -_total_likeness(ways[layout].values())):
        found = _under(layout, ways[layout], places)
        if best is None or _worth(found) > _worth(best):
            best = found
        if len(best.agreeing) == sum(map(len, places.values())):
            break
    return _improved(best, ways[best.layout], places) if best else Unification()


def _improved(
    best: Unification, ways: dict[_Pair, tuple[Alignment, ...]], places: dict[_Pair, list[int]]
) -> Unification:
    """The largest agreement that is found when one of the disagreeing labels is believed above all others."""
    wrong = set(best.disagreeing)
    for pair in [pair for pair, where in places.items() if wrong.intersection(where)][:_MOST_TRIED]:
        found = _under(best.layout, ways, places, believed=pair)
        if _worth(found) > _worth(best) and _merged(found, places) <= _merged(best, places):
            best = found
    return best


def _merged(found: Unification, places: dict[_Pair, list[int]]) -> int:
    """How many names that stand side by side in a label are given one meaning."""
    merged = 0
    for mine, _ in places:
        names = {name for size in mine.sizes for name in size.symbols if name in found.names}
        merged += len(names) - len({found.names[name].put(found.sizes) for name in names})
    return merged


def _worth(found: Unification) -> tuple[int, int]:
    return len(found.agreeing), -len(found.disagreeing)


def _shape(said: Said) -> Shape | None:
    if isinstance(said, Shape):
        return said
    shape = parse_shape(said)
    if shape is None:
        plain = plain_label(said).strip()
        found = sizes_of_list(plain[1:-1], sure=True) if plain[:1] in {"(", "["} else None
        shape = Shape(found.sizes, open=found.open, text=said) if found else None
    return shape


def _alternatives(said: Said | tuple[Said, ...]) -> tuple[Shape, ...]:
    several = said if isinstance(said, tuple) else (said,)
    return tuple(shape for one in several if (shape := _shape(one)) is not None)


def _total_likeness(ways: Iterable[tuple[Alignment, ...]]) -> float:
    return sum(max(map(_likeness, options)) for options in ways if options)


def _under(
    layout: Layout,
    ways: dict[_Pair, tuple[Alignment, ...]],
    places: dict[_Pair, list[int]],
    believed: _Pair | None = None,
) -> Unification:
    """The largest agreement that is easily found where the drawing keeps to a layout."""
    meanings = Meanings()
    votes = {pair: len(where) for pair, where in places.items()}
    if believed:
        votes[believed] += 2 * sum(votes.values())
    meanings.vote((max(options, key=_likeness), votes[pair]) for pair, options in ways.items() if options)
    meanings.resolve([options for options in ways.values() if options])
    agreeing: list[int] = []
    disagreeing: list[int] = []
    for (mine, theirs), options in ways.items():
        flat = [] if options and not mine.open else [way for other in theirs for way in reshaped(mine, other)]
        if any(meanings.hold(way) for way in [*options, *flat]):
            agreeing += places[mine, theirs]
        elif _can_be_judged(mine, options, meanings) and (options or not _may_be_flat(mine, theirs, meanings)):
            disagreeing += places[mine, theirs]
    names, sizes = dict(meanings.names), dict(meanings.sizes)
    return Unification(tuple(sorted(agreeing)), tuple(sorted(disagreeing)), names, sizes, layout)


def _may_be_flat(mine: Shape, theirs: tuple[Shape, ...], meanings: Meanings) -> bool:
    """Whether the label may be a flattened form of a shape whose sizes nobody says: ``(B, 784)`` of an image."""
    longer = [other for other in theirs if other.rank > mine.rank]
    return any(not meanings.decide(way) for other in longer for way in reshaped(mine, other))


def _can_be_judged(mine: Shape, options: tuple[Alignment, ...], meanings: Meanings) -> bool:
    """Whether a disagreement is certain: not for a lone number or sum that may be anything, nor without padding."""
    if mine.open and mine.rank == 1:
        return any(
            role_of_size(theirs) in {"features", "channels", "inner", "head"} for way in options for _, theirs in way
        )
    return not any(
        all(meanings.equal(*pair) or meanings.nearly(*pair) or _is_open_sum(*pair, meanings) for pair in way)
        for way in options
        if len(way) > 1 or _is_open_sum(*way[0], meanings)
    )


def _is_open_sum(mine: Size, theirs: Size, meanings: Meanings) -> bool:
    """Whether a number stands for a sum such as ``D+H`` of which no part is known."""
    return mine.number is not None and len(theirs.terms) > 1 and len(theirs.symbols - set(meanings.sizes)) > 1


@lru_cache(maxsize=8192)
def _likeness(way: Alignment) -> float:
    """How much the names in paired sizes speak for each other."""
    score = 0.0
    for mine, theirs in way:
        if mine == theirs:
            score += 3
        elif mine.number is not None and theirs.number is not None:
            score -= 3
        one, two = role_of_size(mine), role_of_size(theirs)
        if one and two:
            score += 2 if one == two else 0 if frozenset({one, two}) in KIN else -2
    spatial = [
        mine for mine, theirs in way if role_of_size(theirs) in {"height", "width"} or theirs.symbols & {"H", "W"}
    ]
    if len(spatial) == 2 and spatial[0].number is not None:
        score += 1.5 if spatial[0] == spatial[1] else -1.5
    return score / max(len(way), 1)

"""Shapes of a drawing compared with those of a reference, whatever the drawing calls its sizes.

A drawing may say ``D`` or ``512`` where the reference says ``d_model``, and keep its axes in another order. What each
name stands for is put to the vote of all labels, so that one wrong label is alone in its disagreement.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from evalmode.board.shapes.algebra import Size
from evalmode.board.shapes.alignment import LAYOUTS, Alignment, Layout, alignments, reshaped, role_of_size
from evalmode.board.shapes.lists import sizes_of_list
from evalmode.board.shapes.parsing import parse_shape
from evalmode.board.shapes.plain import plain_label
from evalmode.board.shapes.values import Shape
from evalmode.board.shapes.words import role_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Unification", "unify", "unify_shapes"]

Said = Shape | str
_DERIVED = frozenset({"head", "inner", "patches", "heads", "patch"})
"""Roles whose sizes references may name although they follow from others: ``d_h = d/h``, ``d_ff = 4d``."""
_KIN = frozenset(
    {frozenset({"height", "width"}), frozenset({"features", "channels"}), frozenset({"length", "patches"})}
)
_RESOLVING_ROUNDS = 3


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
    layout: Layout = Layout()

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
    read = {
        place: (mine, theirs)
        for place, (one, two) in enumerate(pairs)
        if (mine := _shape(one)) is not None and (theirs := _alternatives(two))
    }
    ways = {
        layout: {
            place: [way for other in theirs for way in alignments(mine, other, layout)]
            for place, (mine, theirs) in read.items()
        }
        for layout in LAYOUTS
    }
    best: Unification | None = None
    for layout in sorted(LAYOUTS, key=lambda layout: -_total_likeness(ways[layout].values())):
        found = _under(layout, read, ways[layout])
        if best is None or _worth(found) > _worth(best):
            best = found
        if len(best.agreeing) == len(read):
            break
    return best or Unification()


def _worth(found: Unification) -> tuple[int, int]:
    return len(found.agreeing) - len(found.disagreeing), len(found.agreeing)


def _shape(said: Said) -> Shape | None:
    if isinstance(said, Shape):
        return said
    shape = parse_shape(said)
    if shape is None:
        found = sizes_of_list(plain_label(said).strip().strip("()[]"), sure=True) if said.strip() else None
        shape = Shape(found.sizes, open=found.open, text=said) if found else None
    return shape


def _alternatives(said: Said | tuple[Said, ...]) -> tuple[Shape, ...]:
    several = said if isinstance(said, tuple) else (said,)
    return tuple(shape for one in several if (shape := _shape(one)) is not None)


def _total_likeness(ways: Iterable[list[Alignment]]) -> float:
    return sum(max(map(_likeness, options)) for options in ways if options)


def _under(
    layout: Layout, pairs: dict[int, tuple[Shape, tuple[Shape, ...]]], ways: dict[int, list[Alignment]]
) -> Unification:
    """The largest agreement that is easily found where the drawing keeps to a layout."""
    meanings = _Meanings()
    meanings.vote(max(options, key=_likeness) for options in ways.values() if options)
    meanings.resolve([options for options in ways.values() if options])
    agreeing, disagreeing = [], []
    for place, options in ways.items():
        mine, theirs = pairs[place]
        flat = [] if options and not mine.open else [way for other in theirs for way in reshaped(mine, other)]
        if any(meanings.hold(way) for way in [*options, *flat]):
            agreeing.append(place)
        elif _can_be_judged(mine, options, meanings) and (options or all(map(meanings.decide, flat))):
            disagreeing.append(place)
    return Unification(tuple(agreeing), tuple(disagreeing), dict(meanings.names), dict(meanings.sizes), layout)


def _can_be_judged(mine: Shape, options: list[Alignment], meanings: _Meanings) -> bool:
    """Whether a disagreement is certain: not for a lone number that may be anything, nor for unpadded convolutions."""
    if mine.open and mine.rank == 1:
        return any(
            role_of_size(theirs) in {"features", "channels", "inner", "head"} for way in options for _, theirs in way
        )
    return not any(
        all(meanings.equal(*pair) or meanings.nearly(*pair) for pair in way) for way in options if len(way) > 1
    )


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
            score += 2 if one == two else 0 if frozenset({one, two}) in _KIN else -2
    spatial = [
        mine for mine, theirs in way if role_of_size(theirs) in {"height", "width"} or theirs.symbols & {"H", "W"}
    ]
    if len(spatial) == 2 and spatial[0].number is not None:
        score += 1.5 if spatial[0] == spatial[1] else -1.5
    return score / max(len(way), 1)


class _Meanings:
    """What the candidate's names stand for (``names``) and what the reference's sizes are (``sizes``)."""

    def __init__(self) -> None:
        self.names: dict[str, Size] = {}
        self.sizes: dict[str, Size] = {}

    def vote(self, ways: Iterable[Alignment]) -> None:
        """Give each name the meaning that most labels give it; equal names win where votes are equal."""
        chosen = list(ways)
        for direct in (True, False):
            names: Counter[tuple[str, Size]] = Counter()
            sizes: Counter[tuple[str, Size]] = Counter()
            for way in chosen:
                for mine, theirs in way:
                    self._count(mine, theirs, names, sizes, direct=direct)
            self._elect(names, self.names)
            self._elect(sizes, self.sizes)

    def _count(
        self,
        mine: Size,
        theirs: Size,
        names: Counter[tuple[str, Size]],
        sizes: Counter[tuple[str, Size]],
        *,
        direct: bool,
    ) -> None:
        if mine.unknown or theirs.unknown:
            return
        if mine.number is not None:
            open_names = theirs.symbols - set(self.sizes)
            if len(theirs.symbols) == 1 and (direct or open_names):
                (name,) = theirs.symbols
                value = theirs.solved(name, mine)
                if value is not None and _is_whole(value):
                    sizes[name, value] += 1
            return
        if len(mine.symbols) == 1:
            (name,) = mine.symbols
            if direct == bool(mine.symbol) or name not in self.names:
                value = mine.solved(name, theirs)
                if value is not None and (direct or name not in self.names):
                    names[name, value] += 2 if mine.symbol else 1

    @staticmethod
    def _elect(votes: Counter[tuple[str, Size]], elected: dict[str, Size]) -> None:
        def rank(entry: tuple[tuple[str, Size], int]) -> tuple[int, int, int]:
            (name, value), count = entry
            return count, value.symbol == name, role_of_size(value) == role_of(name) != ""

        for (name, value), _ in sorted(votes.items(), key=rank, reverse=True):
            elected.setdefault(name, value)

    def resolve(self, ways: list[list[Alignment]]) -> None:
        """Find what is still open from labels in which one name is left, and let the reference's names coincide."""
        for _ in range(_RESOLVING_ROUNDS):
            changed = False
            for options in ways:
                if not any(self.hold(way) for way in options):
                    changed |= any(self._settle(way) for way in options)
            if not changed:
                return

    def _settle(self, way: Alignment) -> bool:
        """Make the way hold by new meanings only, where that can be done."""
        names, sizes = dict(self.names), dict(self.sizes)
        for mine, theirs in way:
            if not self.equal(mine, theirs) and not self._made_equal(mine, theirs):
                self.names, self.sizes = names, sizes
                return False
        return True

    def _made_equal(self, mine: Size, theirs: Size) -> bool:
        left, right = self._meant(mine), theirs.put(self.sizes)
        new = sorted(mine.symbols - set(self.names) - {"?"})
        if len(new) == 1:
            plain = mine.put({name: size.put(self.sizes) for name, size in self.names.items() if name != new[0]})
            value = plain.solved(new[0], right)
            if value is not None:
                self.names[new[0]] = value
                return True
        if left.number is not None and len(right.symbols) == 1:
            (name,) = right.symbols
            solved = right.solved(name, left)
            if solved is not None and _is_whole(solved):
                self.sizes[name] = solved
                return True
        return not new and (self._coincides(left, right) or self._coincides(right, left))

    def _coincides(self, value: Size, theirs: Size) -> bool:
        """Let a name of the reference stand for a size that follows from others, or for one of its own kind."""
        name = theirs.symbol
        if not name or name in self.sizes or name in value.symbols:
            return False
        role, other = role_of(name), role_of_size(value)
        taken = any(meaning.symbol == name for meaning in self.names.values())
        derived = role in _DERIVED and not value.symbol and not taken
        alike = bool(value.symbol) and (role == other or not role or not other or frozenset({role, other}) in _KIN)
        if derived or (alike and not taken):
            self.sizes[name] = value
            return True
        return False

    def hold(self, way: Alignment) -> bool:
        """Whether all pairs are equal under the meanings found so far."""
        return all(self.equal(mine, theirs) for mine, theirs in way)

    def equal(self, mine: Size, theirs: Size) -> bool:
        """Whether the candidate's size is the reference's."""
        if mine.unknown or theirs.unknown:
            return True
        return self._meant(mine) == theirs.put(self.sizes).put(self.sizes)

    def decide(self, way: Alignment) -> bool:
        """Whether all the reference's names in it have been given a meaning."""
        meant = set(self.sizes).union(*(value.symbols for value in self.names.values()))
        return all(theirs.symbols <= meant | mine.symbols for mine, theirs in way)

    def nearly(self, mine: Size, theirs: Size) -> bool:
        """Whether a height or width is a little smaller, as unpadded convolutions make it."""
        value, expected = self._meant(mine).number, theirs.put(self.sizes).number
        spatial = role_of_size(theirs) in {"height", "width"} or bool(theirs.symbols & {"H", "W"})
        return (
            spatial
            and value is not None
            and expected is not None
            and Fraction(3, 5) * expected <= value <= expected / Fraction(3, 5)
        )

    def _meant(self, mine: Size) -> Size:
        return mine.put(self.names).put(self.sizes).put(self.sizes)


def _is_whole(size: Size) -> bool:
    number = size.number
    return number is None or (number.denominator == 1 and number > 0)

"""What the names of a drawing's sizes stand for in a reference, by the vote of all labels."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

from evalmode.board.shapes.alignment import Alignment, role_of_size
from evalmode.board.shapes.words import role_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from evalmode.board.shapes.algebra import Size

__all__ = ["KIN", "Meanings"]

_DERIVED = frozenset({"head", "inner", "patches", "heads", "patch"})
"""Roles whose sizes references may name although they follow from others: ``d_h = d/h``, ``d_ff = 4d``."""
KIN = frozenset({frozenset({"height", "width"}), frozenset({"features", "channels"}), frozenset({"length", "patches"})})
_VECTORS = frozenset("z d D H h I E M".split())
"""Letters for the width of a vector."""
_FOREIGN = frozenset(map(frozenset, combinations(("inner", "vocab", "length", "features"), 2)))
"""Roles that are never another's."""
_SIDES = frozenset("HWhw")
_RESOLVING_ROUNDS = 3


class Meanings:
    """What the candidate's names stand for (``names``) and what the reference's sizes are (``sizes``)."""

    def __init__(self) -> None:
        self.names: dict[str, Size] = {}
        self.sizes: dict[str, Size] = {}

    def vote(self, ways: Iterable[tuple[Alignment, int]]) -> None:
        """Give each name the meaning that most labels give it; equal names win where votes are equal.

        Args:
            ways: Sizes that are probably equal, and how many labels say so.
        """
        chosen = list(ways)
        for direct in (True, False):
            names: Counter[tuple[str, Size]] = Counter()
            sizes: Counter[tuple[str, Size]] = Counter()
            for way, labels in chosen:
                for mine, theirs in way:
                    self._count(mine, theirs, names, sizes, direct=direct, labels=labels)
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
        labels: int,
    ) -> None:
        if mine.unknown or theirs.unknown:
            return
        if mine.number is not None:
            open_names = theirs.symbols - set(self.sizes)
            if len(theirs.symbols) == 1 and (direct or open_names):
                (name,) = theirs.symbols
                value = theirs.solved(name, mine)
                if value is not None and _may_stand_for(name, value):
                    sizes[name, value] += labels
            return
        if len(mine.symbols) == 1:
            (name,) = mine.symbols
            if direct == bool(mine.symbol) or name not in self.names:
                value = mine.solved(name, theirs)
                if value is not None and _may_mean(name, value) and (direct or name not in self.names):
                    names[name, value] += labels * (2 if mine.symbol else 1)

    @staticmethod
    def _elect(votes: Counter[tuple[str, Size]], elected: dict[str, Size]) -> None:
        """The surest names first; where votes are equal, a meaning that no other name has yet."""
        most: dict[str, int] = {}
        for (name, _), count in votes.items():
            most[name] = max(count, most.get(name, 0))
        for name in sorted(most, key=lambda name: -most[name]):
            values = [value for voted, value in votes if voted == name]
            taken = set(elected.values())

            def rank(value: Size, name: str = name, taken: set[Size] = taken) -> tuple[int, bool, bool, bool]:
                alike = role_of_size(value) == role_of(name) != ""
                return votes[name, value], value.symbol == name, value not in taken, alike

            elected.setdefault(name, max(values, key=rank))

    def resolve(self, ways: list[tuple[Alignment, ...]]) -> None:
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
            if value is not None and _may_mean(new[0], value):
                self.names[new[0]] = value
                return True
        if left.number is not None and len(right.symbols) == 1:
            (name,) = right.symbols
            solved = right.solved(name, left)
            if solved is not None and _may_stand_for(name, solved):
                self.sizes[name] = solved
                return True
        return not new and (self._coincides(left, right) or self._coincides(right, left) or self._ratio(left, right))

    def _ratio(self, value: Size, theirs: Size) -> bool:
        """Let the one open name in a product be what is left: ``r`` is 16 where ``C/r`` is ``C/16``."""
        meant = {name for size in self.names.values() for name in size.symbols}
        left = theirs.symbols - meant - set(self.sizes)
        if (
            len(left) != 1
            or len(theirs.symbols) < 2
            or not (value.symbols <= theirs.symbols or value.number is not None)
        ):
            return False
        (name,) = left
        solved = theirs.solved(name, value)
        if solved is None or not _may_stand_for(name, solved) or name in solved.symbols:
            return False
        self.sizes[name] = solved
        return True

    def _coincides(self, value: Size, theirs: Size) -> bool:
        """Let a name of the reference stand for a size that follows from others, or for one of its own kind."""
        name = theirs.symbol
        if not name or name in self.sizes or name in value.symbols:
            return False
        role, other = role_of(name), role_of_size(value)
        taken = any(meaning.symbol == name for meaning in self.names.values())
        derived = role in _DERIVED and not value.symbol and not taken
        letters = {name, value.symbol} <= _VECTORS or {name, value.symbol} <= _SIDES
        alike = bool(value.symbol) and (role == other != "" or frozenset({role, other}) in KIN or letters)
        multiple = name not in _SIDES and len(value.symbols) == 1 and not value.symbol
        if derived or ((alike or multiple) and not taken):
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


def _may_mean(name: str, value: Size) -> bool:
    """Whether a name of the candidate may be a size of the reference: a vocabulary is no width of a vector."""
    foreign = bool(value.symbol) and frozenset({role_of(name), role_of(value.symbol)}) in _FOREIGN
    return value.number != 1 and not foreign


def _may_stand_for(name: str, value: Size) -> bool:
    """Whether a name of the reference may be a number: a vector has more than one entry."""
    number = value.number
    if number is None:
        return True
    vector = name in _VECTORS or role_of(name) in {"features", "inner", "head", "vocab"}
    return number.denominator == 1 and number >= (2 if vector else 1)

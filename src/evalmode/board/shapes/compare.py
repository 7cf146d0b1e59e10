"""Whether a size that is written can be the size that follows: yes, no, or nobody knows."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

from evalmode.board.shapes.algebra import Size
from evalmode.board.shapes.alignment import role_of_size
from evalmode.board.shapes.axes import image_axes
from evalmode.board.shapes.words import is_batch, role_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from evalmode.board.shapes.algebra import Monomial

__all__ = ["Names", "aligned", "compare_sizes"]

Sizes = tuple["Size", ...]
_KIN = frozenset(
    {
        frozenset({"height", "width"}),
        frozenset({"features", "channels"}),
        frozenset({"length", "patches"}),
        frozenset({"features", "inner"}),
        frozenset({"features", "head"}),
        frozenset({"features", "classes"}),
        frozenset({"channels", "classes"}),
        frozenset({"vocab", "classes"}),
        frozenset({"heads", "features"}),
        frozenset({"features", "rank"}),
        frozenset({"features", "patch"}),
        frozenset({"batch", "length"}),
        frozenset({"batch", "patches"}),
    }
)
"""Roles that one name may stand for: ``h`` is heads, a height or a hidden size."""
_APART = frozenset({frozenset({"batch", "length"}), frozenset({"batch", "patches"})})


class Names:
    """What is known about the names in one drawing.

    Args:
        together: For each name the names that stand beside it in some label, as other axes.
    """

    def __init__(self, labels: Iterable[Sizes]) -> None:
        self._together: set[frozenset[str]] = set()
        self._votes: Counter[tuple[str, Size]] = Counter()
        self.values: dict[str, Size] = {}
        for sizes in labels:
            symbols = sorted({size.symbol for size in sizes} | {name for size in sizes for name in size.symbols})
            self._together |= {frozenset({one, two}) for one in symbols for two in symbols if one < two}
            lengths = {name for name in symbols if role_of(name) == "length"}
            self._together |= {frozenset({name, str(size)}) for name in lengths for size in sizes if size.number}

    def apart(self, one: str, two: str) -> bool:
        """Whether two names cannot mean the same size: they stand in one label, or for different things."""
        if frozenset({one, two}) in self._together:
            return True
        roles = role_of(one), role_of(two)
        if frozenset(roles) in _APART:
            return not (is_batch(one) and is_batch(two))
        return "" not in roles and roles[0] != roles[1] and frozenset(roles) not in _KIN

    def beside(self, one: Size, two: Size) -> bool:
        """Whether one is a length that some label writes beside the other, a number: ``T`` in ``(B, T, 512)``."""
        return one.number != two.number and frozenset({str(one), str(two)}) in self._together

    def apart_in(self, terms: tuple[tuple[Monomial, Fraction], ...]) -> bool:
        """Whether a difference is that of two names which cannot mean the same size: ``H − D``."""
        if len(terms) != 2 or terms[0][1] != -terms[1][1]:
            return False
        one, two = (Size(((monomial, Fraction(1)),)).symbol for monomial, _ in terms)
        return bool(one and two) and self.apart(one, two)

    def note(self, pairs: Iterable[tuple[Size, Size]]) -> None:
        """Count what equal sizes say about the names in them."""
        for one, two in pairs:
            if one.unknown or two.unknown:
                continue
            if one == two:
                for name in one.symbols:
                    self._votes[name, type(one).of(name)] += 2
                continue
            for left, right in ((one, two), (two, one)):
                if len(left.symbols) == 1:
                    (name,) = left.symbols
                    value = left.solved(name, right)
                    if name not in right.symbols and value is not None and self._may_be(name, value):
                        self._votes[name, value] += 2 if left.symbol else 1

    def settle(self) -> None:
        """Take what most labels say of each name; a name that is itself most often stays itself."""
        self.values = {}
        for (name, value), _ in sorted(self._votes.items(), key=lambda entry: -entry[1]):
            if value.symbol == name or name in self.values or name in value.put(self.values).symbols:
                continue
            held = self._votes[name, type(value).of(name)]
            if value.number is None and held and value.symbol and self._votes[name, value] < held:
                continue
            self.values[name] = value.put(self.values)
            self.values = {key: known.put({name: self.values[name]}) for key, known in self.values.items()}

    def meant(self, size: Size) -> Size:
        """The size in the names that are left."""
        return size.put(self.values)

    def _may_be(self, name: str, value: Size) -> bool:
        number = value.number
        if number is not None:
            beside = frozenset({name, str(value)}) in self._together
            return number > 0 and number.denominator == 1 and not beside
        if value.symbol:
            return not self.apart(name, value.symbol)
        roles = role_of(name), role_of_size(value)
        return "" in roles or roles[0] == roles[1] or frozenset(roles) in _KIN - _APART


def compare_sizes(one: Size, two: Size, names: Names) -> bool | None:
    """Whether the sizes are equal; nothing where that depends on what nobody has said."""
    if one.unknown or two.unknown:
        return None
    left, right = names.meant(one), names.meant(two)
    if left == right:
        return True
    apart = names.apart_in((left - right).terms) or names.beside(left, right)
    signs = {factor > 0 for _, factor in (left - right).terms}  # sizes are positive: ``H + D`` is more than ``H``
    comparable = len(signs) == 1 or left.symbols == right.symbols or _ratio(left, right) is not None
    return False if apart or comparable else None


def _ratio(left: Size, right: Size) -> Fraction | None:
    return (left / right).number if left.terms and right.terms else None


def aligned(expected: Sizes, written: Sizes, *, is_open: bool = False) -> list[tuple[Size, Size]] | None:
    """Which sizes have to be equal: batches and axes of one may be left out; nothing where that does not do."""
    if is_open and len(written) == 1 and expected:
        return [(_nearest(expected, written[0]), written[0])]
    if is_open:
        if len(written) > len(expected):
            return None
        return list(zip(expected[len(expected) - len(written) :], written, strict=True))
    if len(expected) == len(written) and (
        _batched(expected) == _batched(written) or expected[0].number is not None or written[0].number is not None
    ):
        return list(zip(expected, written, strict=True))
    theirs, mine = _without_batch(expected), _without_batch(written)
    for one, two in ((theirs, mine), (_without_ones(theirs), _without_ones(mine))):
        if len(one) == len(two) and len(expected) != len(written):
            return list(zip(one, two, strict=True))
    return None


def _nearest(expected: Sizes, width: Size) -> Size:
    """The size that a lone number speaks of: one that is equal, else the channels of an image, else the last."""
    if width in expected:
        return width
    axes = image_axes(expected, channels_last=None)
    return expected[axes[0] if axes else -1]


def _batched(sizes: Sizes) -> bool:
    """Whether the first axis is a batch, or several of them one after the other."""
    return bool(sizes) and bool(sizes[0].symbols) and all(map(is_batch, sizes[0].symbols))


def _without_batch(sizes: Sizes) -> Sizes:
    return sizes[1:] if sizes and is_batch(sizes[0].symbol) else sizes


def _without_ones(sizes: Sizes) -> Sizes:
    return tuple(size for size in sizes if size.number != 1)

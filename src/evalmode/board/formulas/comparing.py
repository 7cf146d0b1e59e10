"""Whether two formulas say the same, whatever the order of sums and products and the names of values."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from evalmode.board.formulas.expressions import Term, expression
from evalmode.board.formulas.tokens import NotAFormulaError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["same_formula"]

_KEPT = frozenset("f i o q k v d d_k d_h r".split())
"""Names that mean one thing wherever they stand, the gates of an LSTM for one: none of them stands for another."""
_COMMUTING = frozenset({"+", "⊙", "="})
_MOST_PARTS = 16
_LONGEST = 300
_DESCENDED = 2000
"""Comparisons of parts; formulas of many equal parts could take for ever."""

Renaming = dict[str, str]


@lru_cache(maxsize=2048)
def same_formula(one: str, two: str) -> bool:
    """Whether two formulas say the same, up to spelling, the order of sums and products, and the names of values.

    Args:
        one: As it is written: ``c_t = f ⊙ c_{t-1} + i ⊙ g``, ``softmax(QK^T/sqrt(d_k))V``, LaTeX.
        two: The other one. A name that only one of them uses may stand for one that only the other uses, but products
            of matrices keep their order, and the names of gates, queries, keys and values keep their meaning.
    """
    if max(len(one), len(two)) > _LONGEST or not one.strip() or not two.strip():
        return False
    try:
        left, right = expression(one), expression(two)
    except NotAFormulaError:
        return False
    matcher = _Matcher(_names(left), _names(right))
    return next(matcher.match(left, right, {}), None) is not None


def _names(term: Term) -> frozenset[str]:
    own = frozenset() if term.parts or term.name[:1].isdigit() else frozenset({term.name})
    return own.union(*(_names(part) for part in term.parts))


class _Matcher:
    """All renamings under which one expression is the other."""

    def __init__(self, left: frozenset[str], right: frozenset[str]) -> None:
        self._left, self._right = left, right
        self._steps = 0

    def match(self, one: Term, two: Term, names: Renaming) -> Iterator[Renaming]:
        """The renamings that make the terms equal and agree with those found so far."""
        self._steps += 1
        if self._steps > _DESCENDED:
            return
        if not one.parts and not two.parts:
            renamed = self._rename(one.name, two.name, names)
            if renamed is not None:
                yield renamed
        elif one.name == two.name and len(one.parts) == len(two.parts):
            any_order = one.name in _COMMUTING and len(one.parts) <= _MOST_PARTS
            yield from (self._any_order if any_order else self._in_order)(one.parts, two.parts, names)

    def _in_order(self, left: tuple[Term, ...], right: tuple[Term, ...], names: Renaming) -> Iterator[Renaming]:
        if not left:
            yield names
            return
        for renamed in self.match(left[0], right[0], names):
            yield from self._in_order(left[1:], right[1:], renamed)

    def _any_order(self, left: tuple[Term, ...], right: tuple[Term, ...], names: Renaming) -> Iterator[Renaming]:
        if not left:
            yield names
            return
        for place in sorted(range(len(right)), key=lambda place: right[place] != left[0]):
            candidate = right[place]
            for renamed in self.match(left[0], candidate, names):
                yield from self._any_order(left[1:], right[:place] + right[place + 1 :], renamed)

    def _rename(self, one: str, two: str, names: Renaming) -> Renaming | None:
        if one in names or two in names.values():
            return names if names.get(one) == two else None
        if one != two:
            fixed = one[0].isdigit() or two[0].isdigit() or one in self._right or two in self._left
            if one.lower() != two.lower() and (fixed or one.lower() in _KEPT or two.lower() in _KEPT):
                return None
            if one.endswith("_before") != two.endswith("_before"):
                return None
        return {**names, one: two}

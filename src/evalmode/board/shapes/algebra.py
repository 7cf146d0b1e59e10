"""Sizes as Laurent polynomials over symbols: ``4d``, ``H/2``, ``d_ff``, ``D + H``, ``H·W/P^2``.

Sums, products and quotients by a single term are exact. Whatever else occurs in a size, such as a root or a quotient by
a sum, becomes a symbol of its own, named by what it is made of.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["UNKNOWN", "Size"]

Monomial = tuple[tuple[str, int], ...]
"""Symbols with their exponents, sorted; empty for a number."""

LARGEST_EXPONENT = 16
LONGEST = 32
"""Terms; a longer sum is no size anybody writes."""


@dataclass(frozen=True)
class Size:
    """The size of one axis.

    Args:
        terms: Monomials with their coefficients, sorted, none of them zero.
    """

    terms: tuple[tuple[Monomial, Fraction], ...] = ()

    @staticmethod
    def of(value: int | Fraction | str) -> Size:
        """A number, or a symbol by its name."""
        if isinstance(value, str):
            return Size(((((value, 1),), Fraction(1)),))
        return Size((((), Fraction(value)),)) if value else Size()

    @staticmethod
    def _made_of(terms: Mapping[Monomial, Fraction]) -> Size:
        kept = sorted((monomial, factor) for monomial, factor in terms.items() if factor)
        if len(kept) > LONGEST:
            raise OverflowError
        return Size(tuple(kept))

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash(self.terms)

    def __add__(self, other: Size) -> Size:
        terms = dict(self.terms)
        for monomial, factor in other.terms:
            terms[monomial] = terms.get(monomial, Fraction(0)) + factor
        return Size._made_of(terms)

    def __sub__(self, other: Size) -> Size:
        return self + other * Size.of(-1)

    def __mul__(self, other: Size) -> Size:
        terms: dict[Monomial, Fraction] = {}
        for left, one in self.terms:
            for right, two in other.terms:
                monomial = _times(left, right)
                terms[monomial] = terms.get(monomial, Fraction(0)) + one * two
        return Size._made_of(terms)

    def __truediv__(self, other: Size) -> Size:
        """The quotient; by a sum it is a symbol of its own, unless it comes out even.

        Raises:
            ZeroDivisionError: The divisor is zero.
        """
        if not other.terms:
            raise ZeroDivisionError
        if self == other:
            return Size.of(1)
        if len(other.terms) > 1:
            return self * Size.of(f"1/({other})")
        ((monomial, factor),) = other.terms
        inverse = tuple((name, -power) for name, power in monomial)
        return self * Size(((inverse, 1 / factor),))

    def floored(self) -> Size:
        """The whole part, where every term with a symbol in it counts as whole: sizes are drawn to divide evenly."""
        constant = dict(self.terms).get((), Fraction(0))
        return self - Size.of(constant) + Size.of(Fraction(floor(constant)))

    @property
    def number(self) -> Fraction | None:
        """Its value where no symbol occurs in it."""
        if not self.terms:
            return Fraction(0)
        return self.terms[0][1] if len(self.terms) == 1 and not self.terms[0][0] else None

    @property
    def symbol(self) -> str:
        """Its name where it is one symbol and nothing else, else nothing."""
        if len(self.terms) != 1 or self.terms[0][1] != 1:
            return ""
        monomial = self.terms[0][0]
        return monomial[0][0] if len(monomial) == 1 and monomial[0][1] == 1 else ""

    @cached_property
    def symbols(self) -> frozenset[str]:
        """Every symbol that occurs in it."""
        return frozenset(name for monomial, _ in self.terms for name, _ in monomial)

    @property
    def unknown(self) -> bool:
        """Whether it holds a size that nobody has said."""
        return "?" in self.symbols

    def put(self, values: Mapping[str, Size]) -> Size:
        """The size with some of its symbols replaced."""
        if self.symbols.isdisjoint(values):
            return self
        total = Size()
        for monomial, factor in self.terms:
            product = Size.of(factor)
            for name, power in monomial:
                base = values.get(name, Size.of(name))
                for _ in range(abs(power)):
                    product = product * base if power > 0 else product / base
            total = total + product
        return total

    def mapped(self, rename: Callable[[str], str]) -> Size:
        """The size with its symbols renamed."""
        return self.put({name: Size.of(rename(name)) for name in self.symbols})

    def solved(self, symbol: str, value: Size) -> Size | None:
        """What ``symbol`` has to be for the size to be ``value``; nothing where that is not plain to see."""
        with_it = [(monomial, factor) for monomial, factor in self.terms if symbol in dict(monomial)]
        if len(with_it) != 1:
            return None
        monomial, factor = with_it[0]
        power = dict(monomial)[symbol]
        others = tuple((name, exponent) for name, exponent in monomial if name != symbol)
        rest = value - Size(tuple(term for term in self.terms if term != with_it[0]))
        around = Size(((others, factor),))
        if not rest.terms or (power == -1 and len(rest.terms) > 1):
            return None
        if power == 1:
            return rest / around
        return around / rest if power == -1 else None

    def __str__(self) -> str:
        written = "".join(
            _written(monomial, factor, first=not place) for place, (monomial, factor) in enumerate(self._ordered())
        )
        return written or "0"

    def _ordered(self) -> list[tuple[Monomial, Fraction]]:
        """Terms with symbols first, positive ones before negative ones."""
        return sorted(self.terms, key=lambda term: (not term[0], term[1] < 0, term[0]))


UNKNOWN = Size.of("?")
"""A size that nobody has said: ``?``, ``*``, ``-1``."""


def _times(left: Monomial, right: Monomial) -> Monomial:
    powers = dict(left)
    for name, power in right:
        powers[name] = powers.get(name, 0) + power
    if any(abs(power) > LARGEST_EXPONENT for power in powers.values()):
        raise OverflowError
    return tuple(sorted((name, power) for name, power in powers.items() if power))


def _written(monomial: Monomial, factor: Fraction, *, first: bool) -> str:
    """One term with its sign: ``4d``, `` + H/2``, `` − 1``."""
    sign = ("−" if factor < 0 else "") if first else (" − " if factor < 0 else " + ")
    above = [_power(name, power) for name, power in monomial if power > 0]
    below = [_power(name, -power) for name, power in monomial if power < 0]
    number = abs(factor)
    if number.numerator != 1 or not above:
        above.insert(0, str(number.numerator))
    if number.denominator != 1:
        below.insert(0, str(number.denominator))
    product = _product(above)
    return f"{sign}{product}" + (f"/{below[0]}" if len(below) == 1 else f"/({_product(below)})" if below else "")


def _product(factors: list[str]) -> str:
    """``4d``, but ``2·3`` and ``H·W`` with a dot."""
    if len(factors) == 2 and factors[0].isdigit() and factors[1][0].isalpha():
        return "".join(factors)
    return "·".join(factors)


def _power(name: str, power: int) -> str:
    return name if power == 1 else f"{name}{''.join('⁰¹²³⁴⁵⁶⁷⁸⁹'[int(digit)] for digit in str(power))}"

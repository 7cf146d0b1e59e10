"""Sizes in programs: read from parameters, written as Python, and given numbers that divide evenly."""

from __future__ import annotations

import keyword
import re
from fractions import Fraction
from math import prod
from typing import TYPE_CHECKING

from evalmode.board.modules.values import ModuleError
from evalmode.board.shapes import Size
from evalmode.board.shapes.sizes import parse_size

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from evalmode.board.shapes.algebra import Monomial

__all__ = ["Numbers", "as_python", "identifier", "read_size", "say_shape", "settled"]

ONE = Size.of(1)
_USUAL = {"h": 4, "heads": 4, "s": 2, "stride": 2, "r": 2, "p": 4, "P": 4, "k": 2, "K": 3, "E": 4, "V": 20, "vocab": 20}
_OTHERWISE = 16
_LARGEST_SIDE = 64
_ROUNDS = 200


def read_size(text: str) -> Size | None:
    """The size that a parameter says, such as ``4d``; nothing if it says none."""
    size = parse_size(text) if text else None
    return None if size is None or size.unknown else size


def settled(size: Size, known: Mapping[str, Size]) -> Size:
    """The size with all that is known of its symbols put in."""
    for _ in range(len(known) + 1):
        if size.symbols.isdisjoint(known):
            break
        size = size.put(known)
    return size


def identifier(symbol: str) -> str:
    """A symbol as a Python name: ``d_model`` as it is, ``d'`` as ``d_``."""
    name = re.sub(r"\W", "_", symbol) or "n"
    if name[0].isdigit() or keyword.iskeyword(name):
        name = f"n_{name}"
    return name


def as_python(size: Size) -> str:
    """A size as Python computes it: ``4 * d``, ``d // h``, ``D + H``."""
    written = ""
    for place, (monomial, factor) in enumerate(
        sorted(size.terms, key=lambda term: (not term[0], term[1] < 0, term[0]))
    ):
        sign = "-" if factor < 0 else "+"
        term = _term(monomial, abs(factor))
        written += (f"-{term}" if sign == "-" else term) if not place else f" {sign} {term}"
    return written or "0"


def _term(monomial: Monomial, factor: Fraction) -> str:
    above = [identifier(name) for name, power in monomial for _ in range(power)]
    below = [identifier(name) for name, power in monomial for _ in range(-power)]
    if factor.numerator != 1 or not above:
        above.insert(0, str(factor.numerator))
    if factor.denominator != 1:
        below.insert(0, str(factor.denominator))
    if not below:
        return " * ".join(above)
    divisor = below[0] if len(below) == 1 else f"({' * '.join(below)})"
    return f"{' * '.join(above)} // {divisor}"


def say_shape(shape: Iterable[Size]) -> str:
    """A shape as it stands in a comment: ``(B, T, 4d)``."""
    sizes = [str(size) for size in shape]
    return f"({', '.join(sizes)}{',' * (len(sizes) == 1)})"


class Numbers:
    """What the symbols of a drawing are, as small as may be, so that every size comes out whole.

    Args:
        given: Symbols that are settled.
        usual: What others are at first, by what they are used for.
    """

    def __init__(self, given: Mapping[str, int], usual: Mapping[str, int]) -> None:
        self._given = dict(given)
        self._usual = usual
        self.values: dict[str, int] = {}

    def settle(self, sizes: Iterable[Size]) -> None:
        """Choose the values of all symbols in some sizes.

        Raises:
            ModuleError: No choice makes all of them whole.
        """
        wanted = list(dict.fromkeys(sizes))
        for name in sorted({name for size in wanted for name in size.symbols}):
            first = self._usual.get(name, _USUAL.get(name, _OTHERWISE))
            self.values[name] = self._given.get(name, first)
        for _ in range(_ROUNDS):
            wrong = next((size for size in wanted if not self._whole(size)), None)
            if wrong is None:
                return
            self._mend(wrong)
        raise ModuleError("No small numbers make all the sizes whole.")

    def of(self, size: Size) -> int:
        """A size as a number.

        Raises:
            ModuleError: It is none, or not a whole one.
        """
        value = self._value(size)
        if value.denominator != 1 or value < 0:
            raise ModuleError(f"The size {size} is {value} here, which no tensor has.")
        return int(value)

    def _value(self, size: Size) -> Fraction:
        total = Fraction(0)
        for monomial, factor in size.terms:
            powers = (Fraction(self.values[name]) ** power for name, power in monomial)
            total += prod(powers, start=factor)
        return total

    def _whole(self, size: Size) -> bool:
        value = self._value(size)
        return value.denominator == 1 and value >= 1

    def _mend(self, size: Size) -> None:
        """Make a symbol larger that is divided, or one smaller that divides.

        Raises:
            ModuleError: All of its symbols are settled.
        """
        value = self._value(size)
        powers = [(name, power) for monomial, _ in size.terms for name, power in monomial if name not in self._given]
        above = [name for name, power in powers if power > 0]
        below = [name for name, power in powers if power < 0 and self.values[name] > 1]
        if above and value.denominator != 1:
            self.values[above[0]] *= value.denominator
        elif above:
            self.values[above[0]] *= 2
        elif below:
            self.values[below[0]] -= 1
        else:
            raise ModuleError(f"The size {size} is {value} here, which no tensor has.")

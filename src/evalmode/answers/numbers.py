"""Numbers in words and digits, and simple arithmetic that can be checked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_ONES = {word: value for value, word in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
)}  # fmt: skip
_TENS = {
    word: 10 * (place + 2) for place, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())
}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SHARES = {"half": 0.5, "quarter": 0.25, "third": 1 / 3, "thirds": 1 / 3, "quarters": 0.25}
_DIGITS = re.compile(r"(?<![\w.])(\d{1,3}(?:[, ]\d{3})+|\d+)(\.\d+)?(k|m|bn)?(%)?(?![\w])")
_SUFFIX = {"k": 1e3, "m": 1e6, "bn": 1e9}
_KERNEL = re.compile(
    r"\b(\d+|one|two|three|four|five|six|seven|eight|nine) ?(?:x|by) ?(\d+|one|two|three|four|five|six|seven|eight|nine)\b"
)
_NUMBER = r"((?:\d{1,3}(?:[ ,]\d{3})+|\d+)(?:\.\d+)?)"
_EQUATION = re.compile(rf"{_NUMBER}\s*([-+*/x])\s*{_NUMBER}\s*(?:=|is|gives|equals|makes)\s*{_NUMBER}")


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a text says in numbers.

    Args:
        values: Plain numbers, fractions and percentages included; "one" is left out, it is mostly a pronoun.
        sizes: Pairs such as 3x3.
    """

    values: frozenset[float]
    sizes: frozenset[tuple[int, int]]

    @property
    def all(self) -> frozenset[float | tuple[int, int]]:
        """Both kinds together."""
        return self.values | self.sizes


@lru_cache(maxsize=16384)
def numbers_of(text: str) -> Numbers:
    """The numbers of a normalised text."""
    sizes = set()
    for match in _KERNEL.finditer(text):
        one, two = (
            _ONES.get(part, 0) or int(part) if part.isdigit() or part in _ONES else 0 for part in match.groups()
        )
        sizes.add((one, two))
    rest = _KERNEL.sub(" ", text)
    values = set()
    for match in _DIGITS.finditer(rest):
        whole, decimals, suffix, percent = match.groups()
        value = float(re.sub(r"[, ]", "", whole) + (decimals or "")) * _SUFFIX.get(suffix or "", 1.0)
        values.add(round(value / 100 if percent else value, 9))
    values |= _spoken(re.findall(r"[a-z]+", rest))
    return Numbers(frozenset(values), frozenset(sizes))


def _spoken(words: list[str]) -> set[float]:
    found: set[float] = set()
    total, current = 0.0, 0.0
    run: list[str] = []
    for word in [*words, ""]:
        if word in _ONES or word in _TENS:
            current += _ONES.get(word, 0) or _TENS.get(word, 0)
        elif word in _SCALES and (run or word != "hundred"):
            current = max(current, 1) * _SCALES[word]
            if _SCALES[word] > 100:
                total, current = total + current, 0
        elif word in _SHARES and (not run or run[-1] in {"a", "one", "two", "three"}):
            found.add(round((current or 1) * _SHARES[word], 9))
            total, current, run = 0.0, 0.0, []
            continue
        elif word in {"a", "and"}:
            run.append(word)
            continue
        else:
            spoken = [part for part in run if part not in {"a", "and"}]
            if spoken and spoken != ["one"]:
                found.add(round(total + current, 9))
            total, current, run = 0.0, 0.0, []
            continue
        run.append(word)
    return found


_OPERATORS = ("+", "-", "*", "/", "x", "^", "(", ")")


def wrong_arithmetic(text: str) -> str:
    """The first "a / b = c" in a normalised text that does not hold; empty where all do."""
    for match in _EQUATION.finditer(text):
        if text[: match.start()].rstrip().endswith(_OPERATORS):
            continue  # the end of a longer calculation, whose beginning was not read
        one, two, result = (float(re.sub(r"[, ]", "", match.group(place))) for place in (1, 3, 4))
        sign = match.group(2)
        if sign == "/" and two == 0:
            continue
        value = {"+": one + two, "-": one - two, "*": one * two, "x": one * two, "/": one / two if two else 0.0}[sign]
        if abs(value - result) > 0.006 * max(abs(value), 1.0):
            return match.group().strip()
    return ""

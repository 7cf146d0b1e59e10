"""The size of one axis, read from the words of a label: ``4d``, ``H/2``, ``d_model=512``, ``seq len``, ``⌊T/2⌋``."""

from __future__ import annotations

import re
from functools import lru_cache

from evalmode.board.shapes.algebra import UNKNOWN, Size
from evalmode.board.shapes.words import is_size_word

__all__ = ["parse_size"]

_TOKEN = re.compile(r"\s*(?:(\d+(?:\.\d+)?)|([^\W\d_][\w]*'*|\#\s?[^\W\d_]\w*)|(//|[-+*/·×^()⌊⌋⌈⌉|√{}]))")
_WILD = frozenset({"?", "*", "-1", "_", ":", "any", "·", "-"})
_RUNS = frozenset("HW hw WH wh BT bt TB BN bn BS bh Bh BH CHW chw HWC hwc THW NB bs bl BL CH".split()) - {
    "bs",
    "CH",
    "wh",
}
_SUFFIXES = frozenset("size len length dim dims dimension dimensions steps count".split())
_PLAIN = str.maketrans(
    {
        **{raised: f"^{power}" for power, raised in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")},
        "−": "-",
        "⋅": "·",
        "∗": "*",
    }
)
_LONGEST = 60
_LARGEST = 10**12


class _NoSizeError(Exception):
    """The words are no size."""


@lru_cache(maxsize=8192)
def parse_size(text: str) -> Size | None:
    """The size that the words say, or nothing if they say none; ``?``, ``*`` and ``-1`` are a size nobody has said."""
    text = text.translate(_PLAIN).strip().strip('"').strip()
    if text in _WILD:
        return UNKNOWN
    if not text or len(text) > _LONGEST:
        return None
    try:
        size = _Parser(_tokens(text)).read()
    except (_NoSizeError, ZeroDivisionError, OverflowError, RecursionError):
        return None
    number = size.number
    if number is not None and (number <= 0 or number.denominator != 1 or number > _LARGEST):
        return None
    return size


def _tokens(text: str) -> list[str]:
    found: list[str] = []
    place = 0
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None:
            if text[place:].strip():
                raise _NoSizeError
            break
        found.append(match.group().strip())
        place = match.end()
    return _joined_words(found)


def _joined_words(tokens: list[str]) -> list[str]:
    """``seq len`` and ``batch size`` are one name each."""
    joined: list[str] = []
    for token in tokens:
        if joined and token.lower() in _SUFFIXES and re.fullmatch(r"[^\W\d_]\w+", joined[-1]):
            joined[-1] = f"{joined[-1]}_{token}"
        else:
            joined.append(token)
    return joined


class _Parser:
    """Recursive descent: sum, product, run of factors written side by side, power, atom."""

    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens
        self._place = 0

    def read(self) -> Size:
        size = self._sum()
        if self._peek():
            raise _NoSizeError
        return size

    def _peek(self) -> str:
        return self._tokens[self._place] if self._place < len(self._tokens) else ""

    def _next(self) -> str:
        token = self._peek()
        if not token:
            raise _NoSizeError
        self._place += 1
        return token

    def _expect(self, token: str) -> None:
        if self._next() != token:
            raise _NoSizeError

    def _sum(self) -> Size:
        size = self._product()
        while self._peek() in {"+", "-"}:
            size = size + self._product() if self._next() == "+" else size - self._product()
        return size

    def _product(self) -> Size:
        size = self._run()
        while self._peek() in {"*", "·", "×", "/", "//"}:
            size = size / self._run() if self._next() in {"/", "//"} else size * self._run()
        return size

    def _run(self) -> Size:
        """Factors side by side: ``4d``, ``2(C)``, ``P^2C``, ``h d_k``; never a name and then a number."""
        size = self._power()
        while self._peek()[:1].isalpha() or self._peek() in {"(", "#", "⌊", "⌈"}:
            before = self._tokens[self._place - 1]
            words = before[0].isalpha() and self._peek()[0].isalpha()
            if (
                words
                and not (is_size_word(before) and is_size_word(self._peek()))
                and max(len(before), len(self._peek())) > 2
            ):
                raise _NoSizeError
            if before[0].isalpha() and self._peek() == "(" and len(before) > 1:
                raise _NoSizeError
            size = size * self._power()
        return size

    def _power(self) -> Size:
        base = self._atom()
        while self._peek() == "^":
            self._next()
            braced = self._peek() in {"{", "("}
            exponent = self._exponent() if braced else self._next()
            if not exponent.isdigit() or int(exponent) > 8:
                raise _NoSizeError
            base = _raised(base, int(exponent))
        return base

    def _exponent(self) -> str:
        self._next()
        exponent = self._next()
        if self._next() not in {"}", ")"}:
            raise _NoSizeError
        return exponent

    def _atom(self) -> Size:
        token = self._next()
        closing = {"(": ")", "⌊": "⌋", "⌈": "⌉", "|": "|", "{": "}"}.get(token)
        if closing:
            size = self._sum()
            self._expect(closing)
            return size
        if token == "√":  # noqa: S105 - a sign of mathematics
            return Size.of(f"√({self._atom()})")
        if token[0].isdigit():
            if "." in token:
                raise _NoSizeError
            return Size.of(int(token))
        if not (token[0].isalpha() or token[0] == "#"):
            raise _NoSizeError
        return _named(token.lstrip("# "))


def _raised(base: Size, exponent: int) -> Size:
    size = Size.of(1)
    for _ in range(exponent):
        size = size * base
    return size


def _named(name: str) -> Size:
    """A symbol; ``HW`` and ``BT`` are products of two."""
    if name in _RUNS:
        size = Size.of(1)
        for letter in name:
            size = size * Size.of(letter)
        return size
    return Size.of(name)

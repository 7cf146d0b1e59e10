"""The small language of the vocabulary's phrases: ``[optional]`` words and ``(one|other)`` choices."""

from __future__ import annotations

import re

__all__ = ["expand"]

_TOKEN = re.compile(r"[\[\]()|]|[^\[\]()|]+")


def expand(phrase: str) -> tuple[str, ...]:
    """Every spelling of a phrase: ``layer norm[alization]`` gives ``layer norm`` and ``layer normalization``."""
    tokens = _TOKEN.findall(phrase)
    spellings, _ = _choices(tokens, 0, "")
    return tuple(dict.fromkeys(" ".join(spelling.split()) for spelling in spellings))


def _choices(tokens: list[str], place: int, closing: str) -> tuple[list[str], int]:
    """The spellings from here to the closing bracket, and the place after it."""
    alternatives: list[str] = []
    current = [""]
    while place < len(tokens):
        token = tokens[place]
        place += 1
        if token == closing:
            break
        if token == "|":
            alternatives += current
            current = [""]
        elif token in "[(":
            inner, place = _choices(tokens, place, "]" if token == "[" else ")")
            if token == "[":
                inner = ["", *inner]
            current = [left + right for left in current for right in inner]
        else:
            current = [left + token for left in current]
    return alternatives + current, place

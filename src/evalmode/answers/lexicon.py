"""Small word lists of the field: what carries no meaning, what means the same, what means the opposite.

They stand as plain text in ``words/`` and are about how people talk about deep learning in general; nothing there knows any
question.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "words"

SYMBOLS = frozenset("bdhklnpqvwxyz")
"""Letters that are symbols in formulas rather than stray characters."""


@cache
def stop_words() -> frozenset[str]:
    """Words that say nothing about a claim by themselves."""
    return frozenset(word for line in _lines("stop") for word in line)


@cache
def concepts() -> dict[str, str]:
    """The concept of a word that has near-synonyms: the first word of its group."""
    return {word: line[0] for line in _lines("synonyms") for word in line}


@cache
def opposites() -> dict[str, frozenset[str]]:
    """Concepts that exclude the given one where they stand for each other."""
    found: dict[str, set[str]] = {}
    for line in _lines("opposites"):
        one, two = (concepts().get(word, word) for word in line)
        found.setdefault(one, set()).add(two)
        found.setdefault(two, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}


def _lines(name: str) -> list[list[str]]:
    text = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return [line.split() for line in text.splitlines() if line.strip() and not line.startswith("#")]

"""What kind of words some words are, as far as their place depends on it."""

from __future__ import annotations

import re

__all__ = ["LONGEST_LABEL", "is_equation", "is_prose", "is_repeat", "is_shape"]

LONGEST_LABEL = 60
REPEAT = re.compile(r"(?:[nlm\d]+\s*[×x*]|[×x*]\s*[nlm\d]+)(?:\s*(?:layers?|blocks?|times))?", re.IGNORECASE)
EQUATION = re.compile(r"[^=<>≤≥!:]=[^=]|≈|∑|√|:=")
SHAPE = re.compile(r"^\W*(?:\w+\s*[:=]\s*)?[(\[][^()\[\]]*[,×x][^()\[\]]*[)\]]|^[\w/]+(?:\s*[×x]\s*[\w/]+)+$")


def is_repeat(words: str) -> bool:
    """Whether they say how often something is repeated, such as ``N×``."""
    return bool(REPEAT.fullmatch(words))


def is_equation(words: str) -> bool:
    """Whether they hold an equation."""
    return bool(EQUATION.search(words))


def is_shape(words: str) -> bool:
    """Whether they look like the shape of a value, such as ``(B, T, d)``; nothing relies on more than a glance."""
    return len(words) <= LONGEST_LABEL and bool(SHAPE.search(words))


def is_prose(words: str) -> bool:
    """Whether they are too many for a label."""
    return len(words) > LONGEST_LABEL or words.count("\n") > 2

"""The small words of the notation: names, quoted text, shapes at the end of a step, signs that join values."""

from __future__ import annotations

import re

__all__ = ["CURVED_JOINS", "JOIN", "LINK", "NAME", "clean", "closing_quote", "quote", "split_shape", "unquote"]

LINK = re.compile(r"(?:~~|~|={1,2}|-{1,3})>|→|⇢|⟶|⇒")
"""An arrow without a label. ``->`` is plain, ``=>`` curved, ``~>`` dashed, ``~~>`` both."""

NAME = re.compile(r"[^\s\",=@]+")
"""What may follow ``as``."""

JOIN = re.compile(
    r"(?:(?P<sign>[+⊕*×⊙⊗∘·−-])\s*|(?P<word>(?i:concatenate|concat|cat|stack|add|sum|multiply|mul))\s+)(?P<rest>\S.*)"
)
"""A step that joins the value so far with others, such as ``+ x`` or ``concat a, b``."""

CURVED_JOINS = frozenset({"+", "⊕", "add", "sum"})
"""The joins whose further values come by a curved arrow: they are skips."""

_BRACKETED = re.compile(
    r"(?P<label>.*?\S)?\s+(?P<shape>\((?P<round>[^()]*(?:\([^()]*\)[^()]*)*)\)|\[(?P<square>[^\[\]]*)\])", re.DOTALL
)
_SIZE = re.compile(r"[\w·*/+\-−^'′{}()⌊⌋√.\s]+")
_ARGUMENT = re.compile(r"[skpgSKPG]\d{1,2}")
_SINGLE = re.compile(r"[^\W\d](?:_\{?\w+\}?|\d)?'?")


def clean(text: str) -> str:
    """Words with single spaces between them, by which names are compared."""
    return " ".join(text.split())


def closing_quote(text: str, start: int) -> int:
    """Where the quotation that opens at ``start`` ends; -1 if it does not."""
    at = start + 1
    while at < len(text):
        if text[at] == "\\":
            at += 1
        elif text[at] == '"':
            return at
        at += 1
    return -1


def quote(text: str) -> str:
    r"""Text between quotation marks, on one line."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def unquote(text: str) -> str:
    r"""What stands between the quotation marks, which are left out: ``\n`` is a new line, ``\"`` a mark."""
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] == "n" else match[1], text)


def split_shape(text: str) -> tuple[str, str]:
    """A step and the shape at its end; the shape is empty where the brackets hold something else.

    ``Linear (B, T, 4d)`` has one; ``MHA (h=8)``, ``Conv (3×3)`` and ``Conv (64, s2)`` have none.
    """
    match = _BRACKETED.fullmatch(text)
    if match is None:
        return text, ""
    inner = match["round"] if match["round"] is not None else match["square"]
    if not _is_shape(inner, square=match["square"] is not None):
        return text, ""
    return match["label"] or "", match["shape"]


def _is_shape(inner: str, *, square: bool) -> bool:
    if not inner.strip():
        return not square
    if "," in inner:
        sizes = [part.strip() for part in inner.rstrip(" ,").split(",")]
        enough = len(sizes) > 2 or any(re.search(r"[^\W\d]", size) for size in sizes) or inner.rstrip().endswith(",")
    else:
        sizes = [part.strip() for part in re.split(r"[×x]", inner)]
        enough = len(sizes) > 2
        if len(sizes) == 1:
            return square and _SINGLE.fullmatch(inner.strip()) is not None
    return enough and all(_SIZE.fullmatch(size) and not _ARGUMENT.fullmatch(size) and _short(size) for size in sizes)


def _short(size: str) -> bool:
    """Sizes are symbols and sums of them; two plain words in a row are prose."""
    return re.search(r"[^\W\d_]{2,}\s+[^\W\d_]{2,}", size) is None

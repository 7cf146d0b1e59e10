"""How much room words take, without a browser: widths of a plain sans-serif font, rounded up."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

__all__ = ["FONT", "LABEL_FONT", "LINE", "box_size", "is_sign", "text_size", "wrap"]

FONT = 18
"""Size of the words in boxes, in scene units."""
LABEL_FONT = 15
"""Size of the words on arrows."""
LINE = 1.25
"""Height of a line, in font sizes."""

_NARROW = frozenset("iljtfrI.,:;'|!()[]{}/\\ `·")
_WIDE = frozenset("mwMW@%→←⊙⊕⊗√∑")
_LEAST, _MOST = 160.0, 220.0
_SIGN = 48.0
_SIGNS = frozenset("+⊕*∗×⊙⊗∘·−-σφΣ∑@/÷")


@lru_cache(maxsize=4096)
def _width(line: str, font: int) -> float:
    units = 0.0
    for sign in line:
        if unicodedata.combining(sign):
            continue
        if unicodedata.east_asian_width(sign) in "WF":
            units += 1.0
        else:
            units += 0.34 if sign in _NARROW else 0.92 if sign in _WIDE else 0.7 if sign.isupper() else 0.61
    return units * font


def text_size(text: str, font: int) -> tuple[float, float]:
    """Width and height of lines of text, in scene units."""
    lines = text.split("\n") if text else [""]
    return max(_width(line, font) for line in lines), len(lines) * font * LINE


def wrap(text: str, width: float, font: int) -> str:
    """Text with line breaks at spaces, so that no line is wider unless one word is."""
    lines: list[str] = []
    for given in text.split("\n"):
        line = ""
        for word in given.split(" "):
            longer = f"{line} {word}" if line else word
            if line and _width(longer, font) > width:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return "\n".join(lines)


def is_sign(label: str) -> bool:
    """Whether a label is one sign such as ``+`` or ``σ``, which is drawn in a circle."""
    return label in _SIGNS


def box_size(label: str) -> tuple[float, float]:
    """Width and height of the box around a label."""
    if is_sign(label):
        return _SIGN, _SIGN
    width, _ = text_size(wrap(label, _MOST - 24, FONT), FONT)
    width = max(_LEAST, width + 24)
    return width, max(48.0, text_size(wrap(label, width - 20, FONT), FONT)[1] + 22)

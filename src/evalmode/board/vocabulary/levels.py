"""How the boxes of a U-Net's levels are called: ``E2 : 128 ch, H/2×W/2``, ``up3: up + concat + 2×conv``."""

from __future__ import annotations

import re

__all__ = ["plain_level"]

_LETTER = re.compile(r"^(?P<way>[ED])(?P<level>\d)\s*:\s*(?=\S)")
_PLANE = re.compile(
    r"(?:^|(?<=[\s:,]))(?P<out>\d{1,4}|\d*C)\s*(?:ch|channels?)\s*[,@]?\s*(?P<high>[\w/]+)\s*[×x]\s*(?P<wide>[\w/]+)\s*$"
)
_STEPS = re.compile(
    r"^(?:down|up|enc(?:oder)?|dec(?:oder)?|mid(?:dle)?|bottleneck|bottom|bridge|level|stage)\s*\d?\s*(?:[:\n]|\((?=[^()]*\)))\s*"
    r"(?=(?:max[ -]?pool|pool|down|up|upsample|up-?conv)\w*\b.*\bconv|\d?\s*[×x]?\s*\(?conv)",
    re.IGNORECASE | re.DOTALL,
)
_SIGN = re.compile(r"^(?P<sign>[↑↓])\s*[×x]?\s*2?(?=\s*[,+;→&])")
_PER_PIXEL = re.compile(r"\b(?:per|pro)[- ]pixel\s+(?=\w)", re.IGNORECASE)
_CLASSES = re.compile(r"\bC_(?:\{out\}|out\b)")
_WAYS = {"↑": "upsample ×2", "↓": "max pool 2"}
_LEVELS = {"E": "encoder stage", "D": "decoder stage"}


def plain_level(text: str) -> str:
    """The label of a level in the usual words, its channels and sides as a shape on a line of its own.

    A level whose steps are all told is those steps: whether its pooling belongs to it is then written there.
    """
    text = _SIGN.sub(lambda match: _WAYS[match["sign"]], _CLASSES.sub("K", _PER_PIXEL.sub("", text)))
    letter = _LETTER.match(text)
    if letter:
        text = f"{_LEVELS[letter['way']]} {letter['level']} : {text[letter.end() :]}"
    plane = _PLANE.search(text)
    if plane:
        out = plane["out"]
        text = f"{text[: plane.start()]}{out} ch\n({out}, {plane['high']}, {plane['wide']})"
    steps = _STEPS.match(text)
    if steps is None:
        return text
    return text[steps.end() :].replace(")", "", 1) if "(" in steps.group() else text[steps.end() :]

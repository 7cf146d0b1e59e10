"""What a GAN's loss wants of the scores of real and fake samples, read from its formula or its words.

A loss either writes a target beside a score, as in ``BCE(D(x), 1)`` and ``fake → 0``, or implies one by its sign: to
minimise ``-log D(x)``, ``max(0, 1 - D(x))`` or ``-E[f(x)]`` raises the score of ``x``, which is to aim at 1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Scored", "scored_samples"]

_REAL, _FAKE, _REAL_WORD, _FAKE_WORD = "\ue000", "\ue001", "\ue002", "\ue003"
_NETWORK = re.compile(
    r"(?<![A-Za-z_])(?:net_?D|[DfCd]|disc(?:riminator)?|critic|Dis)(?:_\{?[^\W\d]\w*\}?)?\s*(?P<open>[(\[])",
)
_MADE = re.compile(
    r"(?<![A-Za-z])(?:net_?)?[Gg](?:en(?:erator)?)?(?:_\{?\w+\}?)?\s*(?:[(\[]|$|[,;|])|x[\u0302\u0303]|x\s?'|x_?\{?(?:f|g|θ)\w*"
    r"|fake|false|faux|gefälscht|generated|synth|x_?hat|x_?tilde",
    re.IGNORECASE,
)
_GIVEN = re.compile(r"(?<![A-Za-z])x|real|true|data|image|img|echt|vrai", re.IGNORECASE)
_SUBSCRIPTED = re.compile(
    r"(?<![A-Za-z_])(?:p|s|d|D|o|f|C|y_?hat|y|q|logits?|scores?|outs?|outputs?|preds?|prob|critic|disc)"
    r"(?:_|\()\{?(?:(?P<real>real|r|x|true|data)|(?P<fake>fake|f|g|gen|generated|false))s?\}?(?:\)|(?![A-Za-z0-9_]))"
    r"|(?<![A-Za-z_])(?:(?P<real2>real|true|r)|(?P<fake2>fake|gen|generated|f))_(?:out|outputs?|scores?|logits?|preds?|probs?|p|validity)\b"
    r"|(?<![A-Za-z_])(?:D|d)(?:(?P<real3>real|r)|(?P<fake3>fake|f))\b",
)
_WORD = re.compile(
    r"\b(?:(?P<real>reals?|true|vrais?|echt\w*|genuine)|(?P<fake>fakes?|false|faux|generated|gefälscht\w*))\b",
    re.IGNORECASE,
)
_PENALTY = re.compile(
    r"[+]?\s*(?:λ\w*|lambda\w*|\d+)?\s*[·*×]?\s*(?:E\w*\s*)?[\[(]*\s*(?:GP\b|gradient penalty|grad(?:ient)? pen|\|\|\s*∇)[^\n]*|\+\s*(?:λ|lambda)[^\n]*",
    re.IGNORECASE,
)
_NUMBER = r"(?:torch\.|tf\.|np\.)?(?P<value>(?:1|0)(?:\.\d+)?(?![\d.])|ones?(?:_like)?|zeros?(?:_like)?)"
_AFTER = re.compile(
    r"[)\]]?\s*(?:samples?|images?|data|scores?|pictures?|ones|batch)?\s*"
    r"(?:(?:should|must|to|be|is|as|has|get|gets|with|towards?|target|label|labels?|y|want\w*)\s*)*"
    r"(?:,|=|→|:|≈|-(?=\s*1\s*[)\]]\s*\^))?\s*(?:(?:target|label|labelled|y|as|be)\s*=?\s*)?" + _NUMBER,
    re.IGNORECASE,
)
_BEFORE = re.compile(r"[(\[]\s*(?:(?:label|target)\w*\s*=?\s*)?" + _NUMBER + r"\s*,\s*$", re.IGNORECASE)
_FOR = re.compile(
    r"(?P<value>1|0)\s*(?:for|if|when|on)\s+(?:the\s+|all\s+)?$|(?:^|[\s=:,(/])(?P<named>1|0)\s*[:=]\s*$"
    r"|(?:^|[,(/]|[^\s\ue000-\ue003]\s*[=:])\s*(?P<leading>1|0)\s+$",
    re.IGNORECASE,
)
"""The target before the samples that get it: ``1 for real, 0 for fake``, ``1 = real``, ``1 real, 0 fake``."""
_SQUARED = re.compile(r"\s*(?:(?P<offset>[-+]\s*(?:1|[ab])\b)\s*)?[)\]]*\s*\^\{?2")
_WRITTEN = re.compile(r"\b(?:BCE\w*|CE|cross|xent|MSE)\b", re.IGNORECASE)
_DIRECTED = re.compile(
    r"log|\bln\b|softplus|relu|max\s*[(\[]|min\s*[(\[]|\bE\b|\bE_|\bE\[|mean|avg|-\s*[\ue000\ue001]", re.IGNORECASE
)
_RAISED = re.compile(r"\bmax(?:imi[sz]\w+)?(?:_\{?\w+\}?)?(?!\s*[(\[]|\w)|\bV\b|objective|ascen[dt]|↑", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Scored:
    """Samples whose score a loss has.

    Args:
        real: Whether they are real.
        target: The score that the loss aims at, ``0`` or ``1``; empty if it does not say.
        formal: Whether the score itself is written, as ``D(x)`` or ``p_real``, not only a word for the samples.
    """

    real: bool
    target: str
    formal: bool


def scored_samples(text: str) -> list[Scored]:
    """Every score in a loss, in the order in which they are written."""
    marked = _marked(_PENALTY.sub("", text.replace("**", "^")))
    raised = bool(_RAISED.search(marked))
    found = []
    for place, mark in enumerate(marked):
        if mark not in {_REAL, _FAKE, _REAL_WORD, _FAKE_WORD}:
            continue
        formal = mark in {_REAL, _FAKE}
        target = _written(marked, place) or (_implied(marked, place, raised=raised) if formal else "")
        found.append(Scored(mark in {_REAL, _REAL_WORD}, target, formal))
    return found


def _marked(text: str) -> str:
    """The text with one mark for each score and each word for real or fake samples."""
    place = 0
    while network := _NETWORK.search(text, place):
        end = _closing(text, network.end() - 1)
        inner = text[network.end() : end - 1]
        kind = _FAKE if _MADE.search(inner) else _REAL if _GIVEN.search(inner) else ""
        if kind:
            text = text[: network.start()] + kind + text[end:]
        place = network.start() + 1 if kind else network.end()
    text = _SUBSCRIPTED.sub(lambda match: _REAL if (match.lastgroup or "").startswith("real") else _FAKE, text)
    return _WORD.sub(lambda match: _REAL_WORD if match["real"] else _FAKE_WORD, text)


def _closing(text: str, opening: int) -> int:
    """Behind the bracket that closes the one at a place."""
    depth = 0
    for place in range(opening, len(text)):
        depth += (text[place] in "([") - (text[place] in ")]")
        if not depth:
            return place + 1
    return len(text)


def _written(text: str, place: int) -> str:
    """The target beside a score: ``BCE(D(x), 1)``, ``real → 1``, ``(D(x) - 1)²``."""
    before, after = text[:place], text[place + 1 :]
    number = _FOR.search(before) or _AFTER.match(after) or _BEFORE.search(before)
    if number:
        value = next(filter(None, number.groups())).lower()
        share = 1.0 if value.startswith("one") else 0.0 if value.startswith("zero") else float(value)
        return "1" if share > 0.6 else "0" if share < 0.4 else ""
    squared = _SQUARED.match(after)
    if squared:
        offset = re.sub(r"\s", "", squared["offset"] or "")
        return "1" if offset in {"-1", "-b"} or re.search(r"1\s*-\s*$", before) else "0"
    return ""


def _implied(text: str, place: int, *, raised: bool) -> str:
    """The target that the sign of a score implies in a loss that is minimised, or, if ``raised``, maximised."""
    line = text[: place + 1]
    start = max(line.rfind("="), line.rfind(":"), -1) + 1
    body = text[start:]
    if _WRITTEN.search(line[start:]) or not (_DIRECTED.search(body) or re.match(r"\s*[-+]", body)):
        return ""
    signs = [1]
    for character in line[start:]:
        if character in "([{":
            signs.append(1)
        elif character in ")]}" and len(signs) > 1:
            signs.pop()
        elif character in "+-,\n":
            signs[-1] = -1 if character == "-" else 1
    sign = -1 if raised else 1
    for one in signs:
        sign *= one
    return "1" if sign < 0 else "0"

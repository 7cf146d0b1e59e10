"""The values of recurrent cells: ``Ct-1``, ``old memory``, ``h now`` are states, ``h, x glued`` is the two inputs joined."""

from __future__ import annotations

import re

from evalmode.board.graph import Op
from evalmode.board.vocabulary.saying import Asked, Reading
from evalmode.board.vocabulary.sizes import is_shape

__all__ = ["CELLS", "read_complement", "read_joined", "read_state"]

CELLS = frozenset({"lstm-cell", "gru-cell"})
"""The architectures with states."""
_WHEN = r"old|older|prev(?:ious)?\.?|past|last|new|next|cur(?:rent)?|updated|incoming|outgoing|former|earlier|this|the|my|our"
_TIME = (
    r"(?:[_^]?\s*[({<]*\s*(?:[tT]\s*(?:[-+]\s*1)?|prev(?:ious)?|old|last|new|next|now|cur(?:rent)?|in|out|0|1|before|after)"
    r"\s*[)}>]*|'|\*)?"
)
_WAY = (
    r"(?:\s*(?:,|→)?\s*(?:to|for|from|of|at|into)\s+(?:the\s+)?(?:next|prev\w*|last|time|step|t\b|following|this).*)?"
)
_LETTER = re.compile(
    rf"(?:(?:{_WHEN})\s+)?(?P<letter>[hHcCxX])\s*{_TIME}(?:\s+(?:state|vector|before|after|now|again|out|in))?{_WAY}"
)
_AWAY = re.compile(
    r"(?:(?:to|from|into)\s+)?(?:the\s+)?(?:next|previous|prev|last|following)\s+(?:time\s*)?(?:step|cell|lstm|gru|unit|block)s?(?:\s+\w+)?"
    r"|(?:to|from|into|for)\s+t\s*[-+]\s*1|recurrence|loop(?:s)? back|back to start|(?:to )?(?:the )?(?:next|upper) layer",
    re.IGNORECASE,
)
"""Where a state comes from or goes to."""
_CALLED = (
    ("c", r"(?:(?:long[- ]?term )?memory|ltm|cell(?: state| memory| content| value| line| highway)?|cell|conveyor(?: belt)?|carry|carousel|notebook|tape)"),
    ("h", r"(?:short[- ]?(?:term )?memory|stm|working memory|hidden(?: state| vector| units?| values?| layer)?|(?:prev(?:ious)?|last|old) (?:output|state|answer|summary)|summary|state)"),
    ("x", r"(?:(?:input|word|token|char(?:acter)?|frame|sample|observation|sensor|embedded|data|feature)s?(?: (?:vector|embedding|emb|token|word|features?|values?|reading|x))?|(?:vector|embedding|emb))"),
)  # fmt: skip
_WORDS = tuple(
    (
        name,
        re.compile(
            rf"(?:(?:{_WHEN})\s+)*{words}(?:\s+(?:state|vector|now|before|after|again|in|out|at t|line))?"
            rf"(?:\s*[:=,]?\s*\(?[hHcCxX]?\)?{_TIME})?{_WAY}",
            re.IGNORECASE,
        ),
    )
    for name, words in _CALLED
)
_NEW = re.compile(r"new (?:memory|content|state|hidden|word)\b|input$", re.IGNORECASE)
"""What may be a candidate as well, as its place tells."""
_JOIN = re.compile(
    r"\b(?:torch|np|jnp|tf)\.(?:cat|concat|concatenate|hstack)\b|\b(?:concat(?:enat(?:e|ed|ion))?|cat|join(?:ed|s)?|glu(?:e|ed)|stack(?:ed)?|append(?:ed)?"
    r"|combined?|merged?|together|side by side|put|verkettet|attached|paired|pair|both|of|as one|one vector|vectors?(?= together)|hstack|axis|dim)\b(?:\s*=\s*-?\d)?",
    re.IGNORECASE,
)
_PIECES = re.compile(r"\s*(?:[,;:&+|\n→⊕⊔=\[\]()]|/{1,2}|\b(?:and|with|und|mit|et|avec|to)\b)\s*")
_GROUP = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_WIDTH = re.compile(r"(?<=[\])\n])\s*(?:→|:|=)?\s*(\d{2,5}(?:\s*\+\s*\d+)*|\d*[A-Z]\s*\+\s*\d*[A-Z])\s*$")
_SIZED = re.compile(r"(?P<words>.*\S)\s*[\[(](?P<size>\d{2,5}|[HDNdn])[\])]")
_WEIGHTS = re.compile(r"[WU](?:_?\{?[A-Za-z]{1,2}\}?)?(?:\s*[hx]\w*)?\s*[(\[:→]\s*(\d\s*[*·]?\s*[A-Za-z]\w*)[)\]]?")
"""Weights and how many rows they have: ``W_ih (4H)``."""
_RESET = re.compile(r"\br(?:_?\{?t\}?)?\s*[⊙×*∘·⊗]\s*[hs](?:_?\{?(?:t\s*-\s*1|prev|old)\}?)?(?!\w)")
_MAPPED = re.compile(r"→\s*(?:linear|dense|fc|affine|[WU]\b)[^→]*$", re.IGNORECASE)
_CROSSED = re.compile(r"\s+[A-Z0-9]+(?:\s*[x×*]\s*[\w+]+)+$")
_COMPLEMENT = re.compile(
    r"\(?\s*(?:1(?:\.0?)?|one|ones)\s*(?:-|minus)\s*\(?\s*(?:[·.*]|\(\s*[·.]?\s*\)|(?:\w+ )?gate|forget|update|input|it|that|[a-zA-Zα-ωΑ-Ω](?:_?\{?[a-z]{1,6}\}?)?)?\s*\)?\s*\)?",
    re.IGNORECASE,
)


def read_state(asked: Asked) -> Reading | None:
    """The name of a state or of the input, told by a letter with its time or in words."""
    if asked.architecture not in CELLS:
        return None
    text = " ".join(asked.words.strip(" .\"'").split())
    if weights := _WEIGHTS.fullmatch(text):
        return Reading(ops=(Op("linear", (("out", weights[1].replace(" ", "")),)),))
    if _AWAY.fullmatch(text):
        return Reading()
    sized = _SIZED.fullmatch(text)
    name = _named(sized["words"] if sized else text, asked.architecture)
    return Reading(names=(name,), shape=f"({sized['size']},)" if sized else "") if name else None


def _named(text: str, architecture: str) -> str:
    letter = _LETTER.fullmatch(text)
    if letter:
        return letter["letter"].lower()
    if _NEW.match(text):
        return ""
    name = next((name for name, form in _WORDS if form.fullmatch(text)), "")
    return "h" if name == "c" and architecture == "gru-cell" else name


def read_joined(asked: Asked) -> Reading | None:
    """The input and the last state in one box, each perhaps with its shape: ``x_t (B, X), h_{t-1} (B, H)``, ``h, x glued``."""
    if asked.architecture not in CELLS or len(asked.words) > 90:
        return None
    groups: list[str] = []

    def without_shapes(match: re.Match[str]) -> str:
        if not is_shape(match.group()) or set(_names(match[1], asked.architecture)) == {"h", "x"}:
            return match.group()
        groups.append(match.group())
        return " "

    words = _GROUP.sub(without_shapes, asked.words)
    width = _WIDTH.search(words)
    if width:
        words = words[: width.start()]
        groups.append(f"({width[1]},)")
    words, mapped, _ = words.partition("→") if _MAPPED.search(words) else (words, "", "")
    names = _names(_RESET.sub("h", words), asked.architecture)
    if len(names) != 2 or set(names) != {"h", "x"}:
        return None
    if _RESET.search(words):
        return Reading(ops=(Op("multiply"), Op("concat")), wires=(("r", "h"), (0, "x")))
    if mapped:  # a shape here may be that of either
        return Reading(ops=(Op("concat"), Op("linear")), wires=(names, (0,)))
    shape = groups[-1] if len(groups) in {1, 3} else ""
    return Reading(ops=(Op("concat"),), wires=(names,), shape=shape)


def _names(words: str, architecture: str) -> tuple[str, ...]:
    """What the pieces of a list are called; an empty name for each that is no value."""
    pieces = (piece.strip() for piece in _PIECES.split(_JOIN.sub(" ", words)))
    named = (_CROSSED.sub("", piece) for piece in pieces if piece.strip("-0123456789"))
    return tuple(_named(piece, architecture) or _new_word(piece) for piece in named)


def _new_word(piece: str) -> str:
    return "x" if _NEW.fullmatch(piece) and not re.search(r"memory|state|hidden", piece) else ""


def read_complement(asked: Asked) -> Reading | None:
    """What a gate leaves over: ``1 - f``, ``1 - gate``."""
    return Reading(ops=(Op("one_minus"),)) if _COMPLEMENT.fullmatch(asked.words.strip()) else None

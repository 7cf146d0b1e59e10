"""What values are called, normalised: ``f_t`` and ``forget`` are ``f``, ``Kᵀ`` is ``k``."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["name_of", "names_in"]

_NAME = re.compile(
    r"^(?P<letter>[A-Za-zα-ωΑ-Ω])(?P<marks>[\u0302-\u0304']*)(?P<scripts>(?:[_^](?:\{[^{}]*\}|[\w*'-]+)|[0-9](?![0-9]))*)(?P<after>['*]?)$"
)
_TIMES = frozenset({"new", "next", "cur", "now", "t+1", "old", "curr", "prime"})
_SPACED = re.compile(r"^([a-zA-Z]) (?:at )?(prev|previous|old|new|next|in|out|t|t-1)$")
_GLUED = re.compile(r"^([xhcfiogzr])t(?=$|-1$)")
_WORDY = re.compile(r"_\{?(?:proj|lin|linear|fc|conv|norm|layer|gate|attn|emb|embed|loss|net|head)\}?$", re.IGNORECASE)
_PREVIOUS = re.compile(r"t ?[-–−] ?1|prev|old|l ?- ?1")
_SPOKEN = {
    "forget": "f", "input gate": "i", "output gate": "o", "candidate": "g", "update gate": "z", "reset gate": "r", "query": "q",
    "queries": "q", "key": "k", "keys": "k", "value": "v", "values": "v", "cell state": "c", "hidden state": "h", "previous cell": "c",
    "previous hidden": "h", "q": "q", "k": "k", "v": "v", "new cell": "c",
    "prev cell": "c", "prev hidden": "h", "old cell": "c", "cell memory": "c", "old hidden": "h", "long term memory": "c",
    "short term memory": "h", "zellzustand": "c", "hidden zustand": "h", "etat cache": "h", "etat de cellule": "c", "versteckter zustand": "h",
    "candidate memory": "g", "candidate cell": "g", "query projection": "q", "key projection": "k", "value projection": "v", "mu": "μ",
    "logvar": "logvar", "eps": "ε", "epsilon": "ε", "sigma": "σ", "cell": "c", "hidden": "h",
}  # fmt: skip
_ROLES = {"forget": "f", "input": "i", "output": "o", "update": "z", "reset": "r"}
_QKV = re.compile(
    r"(?<![A-Za-z])(?:W|w)?_?\^?\{?([QKV])\}?(?![A-Za-z(])|(?<![A-Za-z])(?:to_)?([qkv])[_ -]?(?:proj|lin)|\bto_([qkv])\b|\b(quer(?:y|ies)|keys?|values?)\b"
)
_IN_WORDS = re.compile(
    r"(?<![\w{(^_])(?P<name>[A-Za-zα-ω][\u0302-\u0304]?(?:_\{?(?:t|T|t ?[-+] ?1|prev|new|0|T)\}?))(?!\w)|(?<![\w{^_])(?P<own>[xhczfiog])(?P<hat>[\u0302\u0303])(?!\w)"
)
_GATE_WORDS = re.compile(r"\b(forget|input|output|candidate|update|reset)\b", re.IGNORECASE)


def name_of(text: str) -> str:
    """The normalised name if the text is nothing but the name of a value, else nothing."""
    text = unicodedata.normalize("NFD", text.strip().strip("()[]").strip())
    text = re.sub(r"(?<=[\u0302-\u0304])\s+", "", text)
    text = re.sub(r"^~\s*([a-zA-Z])", "\\1\u0303", text)
    text = _GLUED.sub(r"\1_t", _SPACED.sub(r"\1_\2", text))
    match = _NAME.match(
        text.replace(" ", "")
        if len(text) < 12 and not re.search(r"[A-Za-z]{2} [A-Za-z]|\w [A-Za-z]{2}", text)
        else text
    )
    if match is None or _WORDY.search(match["scripts"]):
        return ""
    return _normal(match["letter"], match["marks"], match["scripts"])


def _normal(letter: str, marks: str, scripts: str) -> str:
    letter = letter.lower() if letter.isascii() else letter
    if ("\u0303" in marks and letter in "chg") or ("\u0302" in marks and letter == "c"):
        return "g"  # c̃ and h̃ are the candidates of LSTM and GRU
    if "\u0302" in marks or "\u0303" in marks:
        return f"{letter}_hat"
    scripts = re.sub(r"[{}^]", "", scripts)
    index = scripts.replace("_", "")
    if letter == "w" and index[:1].lower() in tuple("qkv"):
        return index[0].lower()
    if index in _TIMES or index in {"", "t", "T", "*"} or _PREVIOUS.fullmatch(index) or letter in "qkv":
        return letter
    if re.fullmatch(r"\d+|[a-z]+|[A-Z]+", index):
        return f"{letter}_{index.lower()}"
    return letter


def names_in(text: str) -> tuple[str, ...]:
    """The names of values mentioned in words: ``forget gate f_t`` gives ``f``, ``W_Q projection`` gives ``q``."""
    found: list[str] = []
    plain_words = re.sub(r"[^a-zäöüéè ]+", " ", text.lower()).strip()
    plain_words = " ".join(plain_words.split())
    if plain_words in _SPOKEN:
        found.append(_SPOKEN[plain_words])
    elif plain_words in _ROLES:
        found.append(_ROLES[plain_words])
    elif "gate" in plain_words or "gat" in plain_words.split():
        found += [
            _SPOKEN.get(word.lower() + " gate", _SPOKEN.get(word.lower(), "")) for word in _GATE_WORDS.findall(text)
        ]
    else:
        for spoken in ("cell state", "hidden state", "candidate"):
            if spoken in plain_words:
                found.append(_SPOKEN[spoken])
    for match in _QKV.finditer(text):
        found.append(next(group for group in match.groups() if group)[0].lower())
    for match in _IN_WORDS.finditer(unicodedata.normalize("NFD", text)):
        name = name_of(match["name"] or match["own"] + match["hat"])
        found.append(name)
    return tuple(dict.fromkeys(name for name in found if name))

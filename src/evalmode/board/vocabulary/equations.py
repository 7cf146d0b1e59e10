"""A parser for what people write as formulas in boxes, tolerant of Unicode, LaTeX and plain spellings."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

__all__ = ["Term", "parse_equation"]

_TOKEN = re.compile(
    r"(?P<name>[A-Za-zα-ωΑ-Ω][\u0300-\u0304']*[A-Za-z]*(?:(?<![A-Za-z]{3})\d(?!\d))?'?(?:[_^]\{[^{}]*\}|[_^][\w*']+)*'?)|(?P<number>\d+(?:\.\d+)?)"
    r"|(?P<sign>\|\||[-+*/⊙⊗⊕×·∘@()\[\],;√½.|])|(?P<space>\s+)"
)
_FUNCTIONS = {
    "σ": "sigmoid", "sigmoid": "sigmoid", "sigm": "sigmoid", "sig": "sigmoid", "logistic": "sigmoid", "tanh": "tanh", "th": "tanh", "φ": "activation",
    "softmax": "softmax", "relu": "relu", "gelu": "gelu", "silu": "silu", "swish": "silu", "ln": "layer_norm", "layernorm": "layer_norm",
    "norm": "norm", "rmsnorm": "rms_norm", "bn": "batch_norm", "mha": "mha", "attn": "mha", "attention": "mha", "sa": "mha", "selfattn": "mha", "mhsa": "mha", "msa": "mha",
    "mlp": "ffn", "ffn": "ffn", "ff": "ffn", "sublayer": "", "f": "", "conv": "conv", "linear": "linear", "exp": "exp", "max": "relu", "concat": "concat",
    "gap": "global_avg_pool", "dropout": "dropout", "selfattention": "mha", "multihead": "mha", "relu6": "relu6", "fc": "linear", "dense": "linear",
}  # fmt: skip
_BARE = frozenset({"sigmoid", "tanh", "softmax", "relu", "gelu", "silu", "exp", "sqrt"})  # may stand without brackets
_WEIGHT = re.compile(r"^[WUwu](?:_|\^|$|[a-zA-Z0-9]$)|^[WU][a-z]{1,2}$|^[Vv]_[fioczgrhu]|^θ|^W$|^[Pp]_[fio]")
_POINTWISE = frozenset("⊙⊗∘*")
_BIAS = re.compile(r"^b(?:_|$|[a-zA-Z0-9]$)|^bias$")
_SHORT = re.compile(
    r"^(?:[a-z]+_(?:out|output|in|res|norm|weights|scores|probs|dim|size|head)|att|wei|scores?|weights?|gate|up|down|value|probs?|attn|softmax|out|alpha|beta|eps|tau|mu|sigma)$|^[A-Za-zα-ω][\u0300-\u0304']*[A-Za-z0-9]?'?(?:[_^].+)?$"
)


@dataclass(frozen=True, slots=True)
class Term:
    """A node of a formula: ``head`` is ``name``, ``number``, ``weight``, ``bias``, ``call``, ``list`` or an operator."""

    head: str
    text: str = ""
    parts: tuple[Term, ...] = ()


class _NotAFormulaError(Exception):
    """The text is something else."""


def parse_equation(text: str) -> Term | None:
    """The right-hand side of an equation as a tree; nothing if the text is no formula.

    A leading operator, as in ``· V`` or ``@ V``, has the missing value as a name that is empty.
    """
    tokens: list[tuple[str, str]] = []
    place = 0
    text = unicodedata.normalize("NFD", text)
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None:
            return None
        if match.lastgroup and match.lastgroup != "space":
            tokens.append((match.lastgroup, match.group()))
        place = match.end()
    try:
        parser = _Parser(tokens)
        term = parser.sum()
    except _NotAFormulaError:
        return None
    return term if parser.done else None


class _Parser:
    """Recursive descent over the tokens."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self._tokens = [token for name in tokens for token in _split_name(name)]
        self._place = 0
        self._depth = 0

    @property
    def done(self) -> bool:
        return self._place == len(self._tokens)

    def _peek(self) -> str:
        return self._tokens[self._place][1] if not self.done else ""

    def _take(self) -> tuple[str, str]:
        if self.done:
            raise _NotAFormulaError
        self._place += 1
        return self._tokens[self._place - 1]

    def sum(self) -> Term:
        self._depth += 1
        if self._depth > 40:
            raise _NotAFormulaError
        left = self._product()
        while self._peek() in {"+", "-", "⊕"}:
            sign = "+" if self._take()[1] in "+⊕" else "-"
            left = Term(sign, "", (left, self._product()))
        self._depth -= 1
        return left

    def _product(self) -> Term:
        factors = [Term("name", "") if self._peek() in {"·", "@", "×", "⊙", "*", "⊗", "∘"} else self._factor()]
        signs: list[str] = []
        while not self.done and self._peek() not in {"+", "-", ")", "]", ",", ";", "⊕", "||", "|"}:
            sign = self._take()[1] if self._peek() in {"·", "@", "×", "⊙", "*", "⊗", "∘", "/"} else ""
            if sign and self._peek() in {"", ")", "]", ","}:
                break  # σ(W_f ·): the rest is left to the reader
            signs.append(sign)
            factors.append(self._factor())
        return _times(factors, signs)

    def _factor(self) -> Term:
        kind, text = self._take()
        if kind == "number":
            return Term("number", text)
        if text in "([":
            return self._group("]" if text == "[" else ")")
        if text == "√":
            return Term("number", "√" + _text(self._factor()))
        if text == "½":
            return Term("number", text)
        if text == "." and self._peek() in {")", ""}:
            return Term("name", "")
        if kind != "name":
            raise _NotAFormulaError
        return self._named(text)

    def _named(self, text: str) -> Term:
        bare = re.sub(r"[_^].*$", "", text)
        function = _FUNCTIONS.get(
            bare.lower().rstrip("12") if len(bare) > 2 else bare.lower() if len(bare) > 1 else bare
        )
        if self._peek() in {"(", "["} and (function is not None or bare in {"F", "G", "H", "sqrt"}):
            return self._applied(bare, function or "")
        if function in _BARE and len(bare) > 1:
            return Term("call", function, (self._bare_argument(),))
        if _WEIGHT.match(text):
            return Term("weight", text)
        if _BIAS.match(text):
            return Term("bias", text)
        if not _SHORT.match(text):
            raise _NotAFormulaError
        return Term("name", text)

    def _applied(self, bare: str, function: str) -> Term:
        """A function with its arguments in brackets; F, f, G and H may be any."""
        self._take()
        inside = self._arguments()
        if bare == "sqrt":
            return Term("number", "√" + "".join(_text(part) for part in inside))
        return Term("call", "" if bare in {"F", "f", "G", "H"} else function, inside)

    def _bare_argument(self) -> Term:
        """What a function without brackets is applied to: ``softmax · V`` leaves it open."""
        if self._peek() in {"·", "@", "×", "*"}:
            return Term("name", "")
        if self.done or self._peek()[0].isdigit():
            raise _NotAFormulaError
        return self._factor()

    def _arguments(self) -> tuple[Term, ...]:
        if self._peek() in {")", "]"}:
            self._take()
            return (Term("name", ""),)
        inside = self._group(")", also="]")
        return inside.parts if inside.head == "list" and inside.text == "(" else (inside,)

    def _group(self, closing: str, also: str = "") -> Term:
        parts = [self.sum()]
        while self._peek() in {",", ";", "||", "|"}:
            self._take()
            parts.append(self.sum())
        end = self._take()[1]
        if end not in (closing, also):
            raise _NotAFormulaError
        return parts[0] if len(parts) == 1 else Term("list", "(" if end == ")" else "[", tuple(parts))


def _times(factors: list[Term], signs: list[str]) -> Term:
    """A product from left to right; what stands side by side is multiplied before ⊙: ``silu(x W_1) ⊙ x W_3``."""
    term = factors[0]
    joined: Term | None = None
    for mark, factor in zip(signs, factors[1:], strict=True):
        if mark in _POINTWISE:
            joined = term if joined is None else Term("⊙", "", (joined, term))
            term = factor
        else:
            if mark and joined is not None:
                term, joined = Term("⊙", "", (joined, term)), None
            term = Term("/" if mark == "/" else "·" if mark else "", "", (term, factor))
    return term if joined is None else Term("⊙", "", (joined, term))


def _split_name(token: tuple[str, str]) -> list[tuple[str, str]]:
    """``QK^T`` is a product of two names, ``xWq`` of a name and a weight, ``AV`` of two."""
    kind, text = token
    if kind != "name":
        return [token]
    match = re.fullmatch(r"(Q)(K(?:\^\{?T\}?|')?|V\^\{?T\}?)", text) or re.fullmatch(r"([xXhH])(W[_^]?\{?\w*\}?)", text)
    match = match or re.fullmatch(r"([APS])(V)", text) or re.fullmatch(r"(W|U)([xhz](?:_.+)?)", text)
    if match:
        return [("name", match.group(1)), ("name", match.group(2))]
    return [token]


def _text(term: Term) -> str:
    """A small term on one line, for factors."""
    if not term.parts:
        return term.text
    inner = (term.head if term.head in "+-/·⊙" else "").join(_text(part) for part in term.parts)
    return f"({inner})" if term.head in "+-" else inner

"""Boxes that hold a formula: ``f = σ(W_f[h, x] + b_f)``, ``softmax(QKᵀ/√d_k)V``, ``f ⊙ c + i ⊙ g``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from evalmode.board.graph import Op
from evalmode.board.vocabulary.equations import Term, parse_equation
from evalmode.board.vocabulary.naming import name_of

__all__ = ["Formula", "read_formula"]

_LEFT = re.compile(r"^(?P<left>[^=()+⊙]{1,24}?)\s*(?::=|=|←)\s*(?P<right>[^=]+)$", re.DOTALL)
_MATH = re.compile(r"[=⊙⊗∘+@√]|[A-Za-zσ]\(|[·×/*]|\bQ ?K|\w_|^σ|[A-Z]\s*[A-Z]|xW|\^")
_CALLED = re.compile(
    r"^\s*(?:[a-z]+_(?:out|scores|weights|probs|output|logits|heads)|att|wei|scores?|attn|attention|weights|out|output|logits|head|context|res|result|new state)\s*$",
    re.IGNORECASE,
)
_KERNEL = re.compile(r"(?<!\d)([1357]) ?[×x] ?\1(?!\d)")
_TIME = re.compile(r"_t-1(?!\w)|(?<=\b[hHcC])\[t ?- ?1\]")
"""The step before without brackets: ``c_t-1``."""
_GATES = {"f": "forget", "i": "input", "o": "output", "z": "update", "r": "reset", "u": "update"}
_APPLIED = frozenset({"sigmoid", "tanh", "softmax", "relu", "gelu", "silu", "exp"})
_SCORES = frozenset(
    {"attn", "att", "wei", "weights", "scores", "probs", "v", "attn_weights", "att_weights", "attn_scores"}
)
_Ref = int | str


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula as operations.

    Args:
        ops: The operations, each after those it takes values from.
        wires: For each operation the values it takes: a place in ``ops`` or the name of a value from outside.
        names: What the result is called.
    """

    ops: tuple[Op, ...]
    wires: tuple[tuple[int | str, ...], ...]
    names: tuple[str, ...] = ()


def read_formula(text: str, left: str = "") -> Formula | None:
    """The formula as operations; nothing if the text is none.

    Args:
        text: The formula, with or without a left-hand side.
        left: The name of the result where it is known from elsewhere.
    """
    if not _MATH.search(text) or len(text) > 160 or "Σ" in text or _KERNEL.search(text):
        return None
    if re.search(r"[^-+*/·⊙×=(,\s]\s*\n\s*[^-+*/·⊙×=),\s]", text):
        return None  # two lines that nothing joins are two things
    text = _TIME.sub(r"_{t-1}", text)
    match = _LEFT.match(text.strip())
    right = text
    if match:
        left = name_of(match["left"])
        if not left and not _CALLED.match(match["left"]):
            return None
        right = match["right"]
    right = re.sub(
        r"\b(?:attn|attention)\s+(?:weights|probs|probabilities|scores|map)\b", "weights", right, flags=re.IGNORECASE
    )
    right = re.sub(r"\s*(?:[,;]\s*[A-Za-zα-ω]_?\w*\s*[:∈].*|\bwhere\b.*)$", "", right, flags=re.DOTALL)
    term = parse_equation(" ".join(right.split()))
    if (
        term is None
        or _builds(term)
        or not _names_something(term)
        or term.head in {"name", "number", "bias", "list"}
        or not _telling(term)
    ):
        return None
    writer = _Writer(left)
    end = writer.write(term)
    if not isinstance(end, int) or not writer.ops:
        return None
    names = [left] if left else []
    if writer.ops[-1].kind == "linear" and not names:
        names = [name for name in writer.weights[:1] if name in {"q", "k", "v"}]
    return Formula(tuple(writer.ops), tuple(writer.wires), tuple(names))


class _Writer:
    """Turns a tree into operations."""

    def __init__(self, left: str) -> None:
        self.ops: list[Op] = []
        self.wires: list[tuple[_Ref, ...]] = []
        self.weights: list[str] = []
        self._left = left

    def _op(self, kind: str, taken: list[_Ref], **params: str) -> int:
        self.ops.append(Op(kind, tuple(sorted(params.items()))))
        self.wires.append(tuple(value for value in taken if value != "") or ("",))
        return len(self.ops) - 1

    def write(self, term: Term) -> _Ref:
        """The value of a term: the place of the operation that makes it, or its name."""
        if term.head == "name":
            return _called(term.text)
        if term.head in {"number", "bias"}:
            return ""
        if term.head == "weight":
            return self._linear([], term)
        if term.head == "list":
            return self._op("concat", [self.write(part) for part in term.parts])
        if term.head == "call":
            return self._call(term)
        if term.head in "+-" and term.head:
            return self._sum(term)
        return self._times(term)

    def _call(self, term: Term) -> _Ref:
        before = len(self.ops)
        inside = [self.write(part) for part in term.parts]
        if not term.text or (term.text == "concat" and len(inside) == 1 and term.parts[0].head == "list"):
            return inside[0]
        own = self.ops[before:]
        if term.text in {"sigmoid", "tanh"} and own and own[-1].kind == "linear" and len(inside) == 1:
            return self._gate(term.text)
        return self._op(term.text, inside)

    def _gate(self, function: str) -> int:
        """An affine map and σ or tanh is one gate or candidate."""
        taken = self.wires.pop()
        self.ops.pop()
        hint = self._left or (self.weights[-1] if self.weights else "")
        if function == "tanh":
            return self._op("candidate", list(taken))
        role = _GATES.get(hint, "")
        return self._op("gate", list(taken), **({"role": role} if role else {}))

    def _linear(self, taken: list[_Ref], weight: Term) -> int:
        index = re.sub(r"^[WUVwuv]", "", weight.text)
        name = name_of(weight.text) if weight.text[:1] in "Ww" and len(index) > 0 else ""
        index = re.sub(r"[_^{}]", "", index)
        self.weights.append(name if name in {"q", "k", "v"} else index[:1].lower() if index else "")
        return self._op("linear", taken)

    def _sum(self, term: Term) -> _Ref:
        terms = _terms(term)
        affine = [part for part in terms if part.head == "bias" or _has_weight(part)]
        rest = [part for part in terms if part not in affine]
        if len(affine) > 1 or (affine and any(_has_weight(part) for part in affine) and not rest):
            return self._affine(affine, rest)
        if term.head == "-":
            if term.parts[0].head == "number" and term.parts[0].text in {"1", "1.0"}:
                return self._op("one_minus", [self.write(term.parts[1])])
            return self._op("subtract", [self.write(part) for part in term.parts])
        values = [self.write(part) for part in terms if part.head != "bias"]
        return self._op("add", values)

    def _affine(self, affine: list[Term], rest: list[Term]) -> _Ref:
        """``W x + U h + b`` is one affine map of x and h."""
        taken: list[_Ref] = []
        weight = next(part for part in affine if part.head != "bias")
        for part in affine:
            if part.head != "bias":
                taken += self._inputs(part)
        end = self._linear(taken, _weight_in(weight))
        return self._op("add", [end, *(self.write(part) for part in rest)]) if rest else end

    def _inputs(self, term: Term) -> list[_Ref]:
        """What a product with a weight in it takes."""
        if term.head == "weight":
            return []
        if term.head in {"", "·", "⊙"}:
            return [
                value
                for part in term.parts
                for value in (self._inputs(part) if part.head == "weight" or _has_weight(part) else self._listed(part))
            ]
        return [self.write(term)]

    def _listed(self, term: Term) -> list[_Ref]:
        return [self.write(part) for part in term.parts] if term.head == "list" else [self.write(term)]

    def _times(self, term: Term) -> _Ref:
        left, right = term.parts
        if _has_weight(term) and term.head != "/":
            return self._linear(self._inputs(term), _weight_in(term))
        if term.head == "/" or left.head == "number" or right.head == "number":
            number, other = (left, right) if left.head == "number" and term.head != "/" else (right, left)
            value = self.write(other)
            if isinstance(value, int) and self.ops[value].kind == "scale":
                self.ops[value] = Op(
                    "scale", (("factor", f"{self.ops[value].get('factor')}/{number.text}".replace("1/1/", "1/1·")),)
                )
                return value
            if number.text in {"½", "1"} and value == "":
                return ""
            return self._op("scale", [value], factor=_factor(term, number))
        a, b = self.write(left), self.write(right)
        if term.head == "⊙":
            return self._op("multiply", [a, b])
        matrices = _is_matrix(left) or _is_matrix(right)
        chain = [op.kind for op in self.ops[-3:]] == ["matmul", "scale", "softmax"]
        if chain and isinstance(a, int) and b == "v" and self.wires[-3] == ("q", "k"):
            del self.ops[-3:], self.wires[-3:]
            return self._op("attention", ["q", "k", "v"])
        return self._op("matmul" if matrices else "multiply", [a, b])


def _telling(term: Term) -> bool:
    """Whether a tree says more than sizes and letters side by side do."""
    if term.head == "call" and term.text not in _APPLIED and all(_plain(part) for part in term.parts):
        return False
    if term.head == "number" or (
        term.head in {"", "/"} and term.parts[0].head == "number" and not term.parts[0].text.startswith("√")
    ):
        return False
    plain = all(part.head in {"name", "number"} and not part.text.startswith("√") for part in term.parts)
    if term.head == "/" and plain:
        return False
    if term.head == "" and any(part.head == "list" for part in term.parts) and not _has_weight(term):
        return False
    side_by_side = _beside(term)
    if term.head == "" and all(part.head in {"name", "number"} for part in side_by_side):
        return any("^" in part.text or part.text.startswith("√") for part in side_by_side) or (
            term.parts[0].text in {"A", "P", "S", "attn", "weights", "scores"} and term.parts[1].text == "V"
        )
    return not (term.head in {"·", "⊙"} and all(part.head == "number" for part in term.parts))


def _names_something(term: Term) -> bool:
    """Whether anything but numbers is in it."""
    return (
        term.head in {"weight", "call"}
        or (term.head == "name" and bool(term.text))
        or any(map(_names_something, term.parts))
    )


def _builds(term: Term) -> bool:
    """Whether a layer is made with its sizes somewhere in it, as by ``Linear(512, 512)``."""
    if term.head == "call" and term.text and term.text not in _APPLIED:
        sizes = [part for whole in term.parts for part in (whole.parts if whole.head == "list" else (whole,))]
        if any(part.head == "number" for part in sizes):
            return True
    return any(map(_builds, term.parts))


def _plain(term: Term) -> bool:
    """A letter or a size."""
    return term.head in {"name", "number", "weight"} or (
        term.head in {"", "/", "·", "⊙", "+", "-"} and all(_plain(part) for part in term.parts)
    )


def _called(text: str) -> str:
    return name_of(re.sub(r"\^\{?T\}?$|'$", "", text)) if text else ""


def _terms(term: Term) -> list[Term]:
    return [*_terms(term.parts[0]), term.parts[1]] if term.head == "+" else [term]


def _beside(term: Term) -> list[Term]:
    """What stands side by side without a sign."""
    return [one for part in term.parts for one in (_beside(part) if part.head == "" else [part])]


def _has_weight(term: Term) -> bool:
    if term.head == "⊙" and all(part.head != "weight" for part in term.parts):
        return False  # a gate: W_1 x ⊙ W_3 x
    return term.head == "weight" or (term.head in {"", "·", "⊙"} and any(_has_weight(part) for part in term.parts))


def _weight_in(term: Term) -> Term:
    if term.head == "weight":
        return term
    return next((_weight_in(part) for part in term.parts if _has_weight(part)), term)


def _factor(term: Term, number: Term) -> str:
    factor = number.text or "".join(part.text for part in number.parts)
    return f"1/{factor}" if term.head == "/" and not factor.startswith("1/") else factor


def _is_matrix(term: Term) -> bool:
    """Whether a name is a matrix: a capital letter, transposed or the scores of an attention."""
    if term.head == "name":
        return term.text[:1].isupper() or "^" in term.text or term.text in _SCORES
    return (term.head in {"call", "/", "", "·"} and any(_is_matrix(part) for part in term.parts)) or (
        term.head == "call" and term.text == "softmax"
    )

"""Formulas compared as expressions, not as strings.

Enough of mathematics for what people write about deep learning: ``exp(z_i) / sum_j exp(z_j)``, ``softmax(QK^T/sqrt(d_k))V``,
``p(y|x)``, ``O(n^2 d)``, ``lr * k``. Two expressions are equal when a renaming of symbols that only one of them uses makes
them so: ``x`` may stand for ``z``, but ``p(x|y)`` is never ``p(y|x)``.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(
    r"\s*(?:(\d[\d,]*\.?\d*)|([a-z]+(?:_(?:[a-z0-9]+|\([^()]*\)))?'?)|(<=|>=|!=|->|[-+*/^=<>|(),\[\]]))"
)
_FUNCTIONS = frozenset("exp log ln softmax sigmoid relu tanh max min sum sqrt var mean std concat attention o p q f sigma norm abs "
                       "log_softmax layernorm dropout head multihead ffn mha ln gelu cov e rank".split())  # fmt: skip
_WORDS_KEPT = frozenset("exp log softmax sigmoid relu tanh max min sum sqrt var mean std concat sigma alpha beta gamma theta lambda mu "
                        "eta epsilon phi log_softmax layernorm ffn mha".split())  # fmt: skip
_ABBREVIATIONS = frozenset("lr std ce mse bce nll kl var new old rf out in".split())
_RELATIONS = {"=", "<", ">", "<=", ">=", "!="}
_INDEX = re.compile(r"_(?:[ijkmnt]|\((?:[ijkmnt]|,| )+\)|[ijkmnt]{2})$")
_SIZED = frozenset({"d_k", "d_v"})
_MAX_FORMULA = 160


@dataclass(frozen=True, slots=True)
class Node:
    """An expression: an operation or symbol with its parts, in canonical order."""

    name: str
    parts: tuple[Node, ...] = ()

    @property
    def size(self) -> int:
        """Number of symbols in it."""
        return 1 + sum(part.size for part in self.parts)

    def key(self) -> str:
        """A text that is the same for equal expressions."""
        return f"{self.name}({','.join(part.key() for part in self.parts)})" if self.parts else self.name


class _NotAFormulaError(Exception):
    pass


@lru_cache(maxsize=8192)
def formulas_of(text: str) -> tuple[Node, ...]:
    """The formulas in a normalised text, each side of an equation by itself and the equation as a whole."""
    found: list[Node] = []
    text = re.sub(r"([)\]])_\w+", r"\1", re.sub(r"(?<=\d) (?=\d{3}\b)", "", text))
    for run in _runs(text):
        try:
            found += _Parser(run).read()
        except (_NotAFormulaError, RecursionError):
            continue
    return tuple(node for node in found if node.size >= 3)


def formula_match(clause: str, phrase: str) -> float:
    """How much of the phrase's largest formula the clause states as an equal expression, in [0, 1]."""
    wanted, said = formulas_of(phrase), formulas_of(clause)
    if not wanted or not said:
        return 0.0
    largest = max(node.size for node in wanted)
    return max((node.size / largest for node in wanted for other in said if same(node, other)), default=0.0)


def formula_conflict(clause: str, phrase: str) -> bool:
    """Whether both state a growth rate O(...) or the same left side, but with different content."""
    wanted, said = formulas_of(phrase), formulas_of(clause)
    if any(same(one, other) for one in wanted for other in said):
        return False
    rates = [[node for node in side if node.name == "o"] for side in (wanted, said)]
    return bool(rates[0] and rates[1])


def same(one: Node, two: Node) -> bool:
    """Equal up to a renaming of symbols that occur in only one of them."""
    return _unify(one, two, {}, _symbols(one), _symbols(two)) is not None


def _symbols(node: Node) -> frozenset[str]:
    own = frozenset() if node.parts else frozenset({node.name})
    return own.union(*(_symbols(part) for part in node.parts))


def _unify(
    one: Node, two: Node, names: dict[str, str], first: frozenset[str], second: frozenset[str]
) -> dict[str, str] | None:
    if not one.parts and not two.parts:
        return _rename(one.name, two.name, names, first, second)
    if one.name != two.name or len(one.parts) != len(two.parts):
        return None
    if one.name in {"+", "*"} and len(one.parts) <= 5:
        return _unify_any_order(one.parts, two.parts, names, first, second)
    for left, right in zip(one.parts, two.parts, strict=True):
        extended = _unify(left, right, names, first, second)
        if extended is None:
            return None
        names = extended
    return names


def _unify_any_order(
    left: tuple[Node, ...],
    right: tuple[Node, ...],
    names: dict[str, str],
    first: frozenset[str],
    second: frozenset[str],
) -> dict[str, str] | None:
    if not left:
        return names
    for place, candidate in enumerate(right):
        extended = _unify(left[0], candidate, names, first, second)
        if extended is not None:
            rest = _unify_any_order(left[1:], right[:place] + right[place + 1 :], extended, first, second)
            if rest is not None:
                return rest
    return None


def _rename(
    one: str, two: str, names: dict[str, str], first: frozenset[str], second: frozenset[str]
) -> dict[str, str] | None:
    if one == two:
        return names if names.get(one, one) == one else None
    fixed = one[0].isdigit() or two[0].isdigit() or one in second or two in first
    if fixed or names.get(one, two) != two or (two in names.values() and names.get(one) != two):
        return None
    return {**names, one: two}


def _runs(text: str) -> Iterator[list[str]]:
    """Stretches of tokens that can belong to a formula and hold an operator."""
    run: list[str] = []
    place = 0
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None:
            yield from _worthy(run)
            run = []
            place += 1
            continue
        token = match.group().strip().replace(",", "") if match.group(1) else match.group().strip()
        place = match.end()
        word = match.group(2)
        if word is not None and not (_is_symbol(word) or _among_operators(text, *match.span(2))):
            yield from _worthy(run)
            run = []
        else:
            run.append(token)
    yield from _worthy(run)


def _is_symbol(word: str) -> bool:
    base = word.rstrip("'").split("_")[0]
    if word.startswith("a ") or base in {
        "a",
        "i",
        "is",
        "in",
        "on",
        "of",
        "to",
        "it",
        "so",
        "or",
        "if",
        "at",
        "by",
        "no",
        "we",
        "an",
    }:
        return False
    return "_" in word or base in _WORDS_KEPT or (len(base) <= 3 and not re.fullmatch(
        "the|and|you|for|one|two|its|use|per|all|not|can|out|big|few|are|was|has|but|too|how|why|who|new|old|any|now|get|set|let|yes|um|uh|as|be|do|my|up", base
    ))  # fmt: skip


def _among_operators(text: str, start: int, end: int) -> bool:
    """Whether a word stands in a formula here: ``bias^2 + variance``, ``loss / k``."""
    before, after = text[:start].rstrip()[-1:], text[end:].lstrip()[:1]
    if end - start == 1:
        return (bool(before) and before in "([,+-*/^=|") or (bool(after) and after in "+-*/^=|)],")
    spaced = text[end : end + 2] == "- " or text[max(start - 2, 0) : start] == " -"
    return not spaced and ((bool(before) and before in "+*/^=") or (bool(after) and after in "+*/^="))


def _worthy(run: list[str]) -> Iterator[list[str]]:
    while run and run[-1] in _RELATIONS | set("+-*/^|,(<") | {"->"}:
        run = run[:-1]
    while run and run[0] in _RELATIONS | set("+*/^|,)>") | {"->"}:
        run = run[1:]
    operators = any(token in {"=", "/", "^", "*", "+", "(", "|", "<=", ">="} for token in run)
    applied = "-" in run and any(token in _WORDS_KEPT for token in run)
    if (operators or applied) and 3 <= len(run) <= _MAX_FORMULA:
        yield run


class _Parser:
    """Recursive descent: relation, sum, product, power, atom."""

    def __init__(self, tokens: list[str]) -> None:
        self._tokens = [piece for token in tokens for piece in _split_symbols(token)]
        self._place = 0

    def read(self) -> list[Node]:
        """All sides of a chain of relations, and each relation of neighbours."""
        sides, relations = [self._sum()], []
        while self._peek() in _RELATIONS:
            relations.append(self._next())
            sides.append(self._sum())
        if self._peek() and not sides:
            raise _NotAFormulaError
        found = [side for side in sides if side.size >= 3]
        for relation, left, right in zip(relations, sides, sides[1:], strict=False):
            found.append(_relation(relation, left, right))
        return found

    def _peek(self) -> str:
        return self._tokens[self._place] if self._place < len(self._tokens) else ""

    def _next(self) -> str:
        token = self._peek()
        if not token:
            raise _NotAFormulaError
        self._place += 1
        return token

    def _sum(self) -> Node:
        parts = [self._product()]
        while self._peek() in {"+", "-", "|"}:
            sign = self._next()
            right = self._product()
            if sign == "|":
                return Node("|", (_joined("+", parts), right))
            parts.append(_negative(right) if sign == "-" else right)
        return _joined("+", parts)

    def _product(self) -> Node:
        negative = self._peek() == "-"
        if negative:
            self._next()
        parts = [self._power()]
        while True:
            token = self._peek()
            if token == "*" or (token == "x" and self._number_follows()):
                self._next()
                parts.append(self._power())
            elif token == "/":
                self._next()
                parts.append(_inverse(self._power()))
            elif token and (token[0].isalnum() or token in {"(", "["}):
                parts.append(self._power())
            else:
                break
        product = _joined("*", parts)
        return _negative(product) if negative else product

    def _number_follows(self) -> bool:
        rest = self._tokens[self._place + 1 : self._place + 2]
        before = self._tokens[self._place - 1 : self._place]
        return bool(rest and rest[0][0].isdigit() and before and before[0][0].isdigit())

    def _power(self) -> Node:
        base = self._atom()
        while self._peek() == "^":
            self._next()
            exponent = _negative(self._atom()) if self._peek() == "-" and self._next() else self._atom()
            if exponent.name == "t" and not exponent.parts:
                base = Node("transpose", (base,))
            elif base.name == "e" and not base.parts:
                base = Node("exp", (exponent,))
            else:
                base = Node("^", (base, exponent))
        return base

    def _atom(self) -> Node:
        token = self._next()
        if token in {"(", "["}:
            return self._inside()
        if not token[0].isalnum():
            raise _NotAFormulaError
        name = _symbol_name(token)
        if self._peek() in {"(", "["} and (name in _FUNCTIONS or token.endswith("'")):
            self._next()
            return Node(name, self._arguments())
        if name in {"sum", "sqrt", "log", "exp", "softmax", "sigmoid", "relu"} and self._peek() not in {
            "",
            ")",
            "=",
            ",",
            "/",
        }:
            return Node(name, (self._product() if name == "sum" else self._power(),))
        return Node(name)

    def _inside(self) -> Node:
        parts = self._arguments()
        return parts[0] if len(parts) == 1 else Node(",", parts)

    def _arguments(self) -> tuple[Node, ...]:
        parts = [self._sum()]
        while self._peek() == ",":
            self._next()
            parts.append(self._sum())
        if self._peek() in {")", "]"}:
            self._next()
        return tuple(parts)


def _split_symbols(token: str) -> list[str]:
    """``qk`` is a product of q and k; names that are known stay whole."""
    if not token.isalpha() or token in _WORDS_KEPT or token in _FUNCTIONS or len(token) == 1 or len(token) > 3:
        return [token]
    return [token] if token in _ABBREVIATIONS else list(token)


def _symbol_name(token: str) -> str:
    if token in _SIZED:
        return token
    name = _INDEX.sub("", token)
    return {"ln": "log", "sigma": "sigmoid", "sigma'": "sigmoid'"}.get(name, name)


def _relation(relation: str, left: Node, right: Node) -> Node:
    if relation in {">", ">="}:
        return Node({">": "<", ">=": "<="}[relation], (right, left))
    sides = (left, right) if relation != "=" else tuple(sorted((left, right), key=Node.key))
    return Node(relation, sides)


def _negative(node: Node) -> Node:
    value = _value(node)
    return Node("neg", (node,)) if value is None else _number(-value)


def _inverse(node: Node) -> Node:
    value = _value(node)
    return _number(1 / value) if value else Node("inv", (node,))


def _value(node: Node) -> float | None:
    try:
        return None if node.parts else float(node.name)
    except ValueError:
        return None


def _number(value: float) -> Node:
    return Node(f"{value:.6g}")


def _joined(operation: str, parts: list[Node]) -> Node:
    """A sum or product, nested ones flattened, numbers among them worked out, in canonical order."""
    flat: list[Node] = []
    for part in parts:
        flat += part.parts if part.name == operation else (part,)
    known = [value for value in map(_value, flat) if value is not None]
    if len(known) > 1:
        total = sum(known) if operation == "+" else math.prod(known)
        flat = [node for node in flat if _value(node) is None] + [_number(total)]
    if len(flat) == 1:
        return flat[0]
    return Node(operation, tuple(sorted(flat, key=Node.key)))

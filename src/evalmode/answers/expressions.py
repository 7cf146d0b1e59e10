"""Mathematical expressions in a canonical form, read from tokens.

Sums and products are flattened and sorted and the numbers among them worked out, so that ``x + F(x)`` and ``F(x) + x``,
or ``1/4`` and ``0.25``, come out the same.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

FUNCTIONS = frozenset(
    """attention abs concat cov dropout e exp f ffn gelu head layernorm ln log log_softmax max mean mha min
    multihead norm o p q rank relu sigma sigmoid softmax sqrt std sum tanh var""".split()
)
"""Names that are applied to what follows in brackets."""
WORDS = frozenset(
    """alpha beta concat epsilon eta exp ffn gamma lambda layernorm log log_softmax max mean mha min mu phi relu
    sigma sigmoid softmax sqrt std sum tanh theta var""".split()
)
"""Words that are mathematics wherever they stand."""
RELATIONS = frozenset({"=", "<", ">", "<=", ">=", "!="})
_ABBREVIATIONS = frozenset("lr std ce mse bce nll kl var new old rf out in".split())
_PREFIXES = frozenset("sum sqrt log exp softmax sigmoid relu".split())
"""Functions that are also written without brackets: ``log p``, ``sum exp(z)``."""
_LONGEST_PRODUCT = 3
_INDEX = re.compile(r"_(?:[ijkmnt]|\((?:[ijkmnt]|,| )+\)|[ijkmnt]{2})$")
_SIZED = frozenset({"d_k", "d_v"})


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


class NotAFormulaError(Exception):
    """The tokens are no expression."""


def parse(tokens: list[str]) -> list[Node]:
    """All sides of a chain of relations, and each relation of neighbours.

    Raises:
        NotAFormulaError: The tokens are no expression.
    """
    return _Parser(tokens).read()


class _Parser:
    """Recursive descent: relation, sum, product, power, atom."""

    def __init__(self, tokens: list[str]) -> None:
        self._tokens = [piece for token in tokens for piece in _split_symbols(token)]
        self._place = 0

    def read(self) -> list[Node]:
        sides, relations = [self._sum()], []
        while self._peek() in RELATIONS:
            relations.append(self._next())
            sides.append(self._sum())
        if self._peek() and not sides:
            raise NotAFormulaError
        found = list(sides)
        for relation, left, right in zip(relations, sides, sides[1:], strict=False):
            found.append(_relation(relation, left, right))
        return found

    def _peek(self) -> str:
        return self._tokens[self._place] if self._place < len(self._tokens) else ""

    def _next(self) -> str:
        token = self._peek()
        if not token:
            raise NotAFormulaError
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
            mark = self._peek()
            if mark == "*" or (mark == "x" and self._number_follows()):
                self._next()
                parts.append(self._power())
            elif mark == "/":
                self._next()
                parts.append(_inverse(self._power()))
            elif mark and (mark[0].isalnum() or mark in {"(", "["}):
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
            raise NotAFormulaError
        name = _symbol_name(token)
        if self._peek() in {"(", "["} and (name in FUNCTIONS or token.endswith("'")):
            self._next()
            return Node(name, self._arguments())
        if name in _PREFIXES and self._peek() not in {
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
    if not token.isalpha() or token in WORDS or token in FUNCTIONS or len(token) == 1 or len(token) > _LONGEST_PRODUCT:
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

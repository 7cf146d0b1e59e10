"""Formulas as expressions in a canonical form: sums and products of elements in any order, of matrices in theirs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from evalmode.board.formulas.tokens import FUNCTIONS, NotAFormulaError, tokens_of

__all__ = ["Term", "expression"]

_APPLIED = frozenset("F G D E f g N p q H R L C".split())
"""Letters that are functions where brackets follow at once."""
_DEEPEST = 60


@dataclass(frozen=True, slots=True)
class Term:
    """A part of a formula.

    Args:
        name: A symbol, a number, a function, or one of the signs ``+ ⊙ @ / - ^ = ,``; ``@`` is a product of matrices.
        parts: What it is made of; none for symbols and numbers.
    """

    name: str
    parts: tuple[Term, ...] = ()

    def key(self) -> str:
        """A text to put terms in order by, in which names do not count."""
        inside = ",".join(part.key() for part in self.parts)
        return f"{self.name}({inside})" if self.parts else ("#" + self.name if self.name[:1].isdigit() else "?")


def expression(text: str) -> Term:
    """The expression that a text writes.

    Raises:
        NotAFormulaError: It writes none.
    """
    reader = _Reader(tokens_of(text))
    return reader.read()


class _Reader:
    """Recursive descent: equation, sum, product, power, atom."""

    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens
        self._place = 0
        self._depth = 0

    def read(self) -> Term:
        sides = [self._sum()]
        while self._peek() == "=":
            self._place += 1
            sides.append(self._sum())
        if self._peek():
            raise NotAFormulaError(self._peek())
        return sides[0] if len(sides) == 1 else Term("=", tuple(sides))

    def _peek(self) -> str:
        return self._tokens[self._place] if self._place < len(self._tokens) else ""

    def _next(self) -> str:
        token = self._peek()
        if not token:
            raise NotAFormulaError("unfinished")
        self._place += 1
        return token

    def _sum(self) -> Term:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise NotAFormulaError("too deep")
        parts = [self._product()]
        while self._peek() in {"+", "-"}:
            sign = self._next()
            part = self._product()
            parts.append(_negative(part) if sign == "-" else part)
        self._depth -= 1
        return _joined("+", parts)

    def _product(self) -> Term:
        if self._peek() == "-":
            self._place += 1
            return _negative(self._product())
        factors = [self._run()]
        while self._peek() in {"⊙", "/"} or self._begins_factor():
            sign = self._next() if self._peek() in {"⊙", "/"} else ""
            factors.append(Term("/", (self._power(),)) if sign == "/" else self._run())
        return _joined("⊙", factors)

    def _begins_factor(self) -> bool:
        return self._peek()[:1].isalnum() or self._peek() in {"(", "[", "√"}

    def _run(self) -> Term:
        """Factors side by side: a product of matrices where two of them are some."""
        factors = [self._power()]
        while self._begins_factor():
            factors.append(self._power())
        if len(factors) == 1:
            return factors[0]
        if not any(map(_is_matrix, factors)):
            return _joined("⊙", factors)
        scalars = [factor for factor in factors if _is_scalar(factor)]
        return _joined("⊙", [*scalars, Term("@", tuple(factor for factor in factors if not _is_scalar(factor)))])

    def _power(self) -> Term:
        base = self._atom()
        while self._peek() == "^":
            self._place += 1
            negative = self._peek() == "-"
            self._place += negative
            exponent = self._atom()
            if exponent.name == "T":
                base = Term("transpose", (base,))
            elif base.name == "e":
                base = Term("exp", (exponent,))
            else:
                base = Term("^", (base, _negative(exponent) if negative else exponent))
        return base

    def _atom(self) -> Term:
        token = self._next()
        if token in {"(", "["}:
            parts = self._inside({"(": ")", "[": "]"}[token])
            return parts[0] if len(parts) == 1 else Term(",", parts)
        if token == "√":  # noqa: S105 - a sign of mathematics
            return Term("√", (self._power(),))
        if not token[0].isalnum():
            raise NotAFormulaError(token)
        name = FUNCTIONS.get(token.lower(), "") if token not in {"E", "e", "σ", "C"} else ""
        follows = self._peek()
        if token == "σ" and follows in {"(", "["}:  # noqa: S105
            name = "sigmoid"
        if (name or token in _APPLIED or (len(token) > 3 and token.isalpha())) and follows in {"(", "["}:
            self._place += 1
            return Term(name or token, self._inside(")" if follows == "(" else "]"))
        if name and (follows[:1].isalpha() or follows == "√"):
            return Term(name, (self._run(),))
        return Term(_symbol(token))

    def _inside(self, closing: str) -> tuple[Term, ...]:
        parts = [self._sum()]
        while self._peek() in {",", ";", "|"}:
            self._place += 1
            parts.append(self._sum())
        if self._next() != closing:
            raise NotAFormulaError("brackets")
        return tuple(parts)


def _symbol(token: str) -> str:
    """A name without the index of the present step: ``f_t`` is ``f``, ``c_{t-1}`` stays what it was before."""
    base = re.sub(r"_(?:t|i|j|n|l)$", "", token)
    return re.sub(r"_?(?:tm1|lm1|prev|old)$", "_before", base)


def _is_matrix(term: Term) -> bool:
    return term.name in {"transpose", "softmax"} or (not term.parts and term.name[:1].isupper())


def _is_scalar(term: Term) -> bool:
    """Whether a factor may stand anywhere in a product of matrices."""
    if not term.parts:
        return term.name[0].isdigit() or "α" <= term.name[0] <= "ω"
    return term.name in {"/", "√"} or (term.name == "⊙" and all(map(_is_scalar, term.parts)))


def _negative(term: Term) -> Term:
    return term.parts[0] if term.name == "neg" else Term("neg", (term,))


def _joined(name: str, parts: list[Term]) -> Term:
    """A sum or product with nested ones flattened, in canonical order."""
    flat = [inner for part in parts for inner in (part.parts if part.name == name else (part,))]
    return flat[0] if len(flat) == 1 else Term(name, tuple(sorted(flat, key=Term.key)))

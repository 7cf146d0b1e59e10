"""Formulas compared as expressions, not as strings.

Enough of mathematics for what people write about deep learning: ``exp(z_i) / sum_j exp(z_j)``, ``softmax(QK^T/sqrt(d_k))V``,
``p(y|x)``, ``O(n^2 d)``, ``lr * k``. Two expressions are equal when a renaming of symbols that only one of them uses makes
them so: ``x`` may stand for ``z``, but ``p(x|y)`` is never ``p(y|x)``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from evalmode.answers.expressions import RELATIONS, WORDS, Node, NotAFormulaError, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(
    r"\s*(?:(\d[\d,]*\.?\d*)|([a-z]+(?:_(?:[a-z0-9]+|\([^()]*\)))?'?)|(<=|>=|!=|->|[-+*/^=<>|(),\[\]]))"
)
_LONGEST_NAME = 3
_SHORT_WORDS = frozenset(
    """a all an and any are as at be big but by can do few for get has how i if in is it its let my new no not now of old on one
    or out per set so the to too two uh um up use was we who why yes you""".split()
)
_LONGEST = 160
"""Tokens; a longer run is no formula anybody says."""
_SMALLEST = 3
"""A symbol, or a function of one, says nothing by itself; a growth rate such as O(n) does."""


@lru_cache(maxsize=8192)
def formulas_of(text: str) -> tuple[Node, ...]:
    """The formulas in a normalised text, each side of an equation by itself and the equation as a whole."""
    found: list[Node] = []
    text = re.sub(r"([)\]])_\w+", r"\1", re.sub(r"(?<=\d) (?=\d{3}\b)", "", text))
    for run in _runs(text):
        try:
            found += parse(run)
        except (NotAFormulaError, RecursionError):
            continue
    return tuple(node for node in found if node.size >= _SMALLEST or node.name == "o")


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
    """Whether a word by itself is mathematics: a known function, something with a subscript, or a short name."""
    base = word.rstrip("'").split("_")[0]
    if base in _SHORT_WORDS:
        return False
    return "_" in word or base in WORDS or len(base) <= _LONGEST_NAME


def _among_operators(text: str, start: int, end: int) -> bool:
    """Whether a word stands in a formula here: ``bias^2 + variance``, ``loss / k``."""
    before, after = text[:start].rstrip()[-1:], text[end:].lstrip()[:1]
    if end - start == 1:
        return (bool(before) and before in "([,+-*/^=|") or (bool(after) and after in "+-*/^=|)],")
    spaced = text[end : end + 2] == "- " or text[max(start - 2, 0) : start] == " -"
    return not spaced and ((bool(before) and before in "+*/^=") or (bool(after) and after in "+*/^="))


def _worthy(run: list[str]) -> Iterator[list[str]]:
    while run and run[-1] in RELATIONS | set("+-*/^|,(<") | {"->"}:
        run = run[:-1]
    while run and run[0] in RELATIONS | set("+*/^|,)>") | {"->"}:
        run = run[1:]
    operators = any(token in {"=", "/", "^", "*", "+", "(", "|", "<=", ">="} for token in run)
    applied = "-" in run and any(token in WORDS for token in run)
    if (operators or applied) and 3 <= len(run) <= _LONGEST:
        yield run

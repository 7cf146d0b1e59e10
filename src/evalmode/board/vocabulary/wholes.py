"""Labels that are understood as a whole: by a hint of the exercise, by the architecture's context, or as a mark."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from evalmode.board.graph import Op
from evalmode.board.vocabulary.naming import name_of, names_in
from evalmode.board.vocabulary.params import read_params
from evalmode.board.vocabulary.plain import squash, symbol_key
from evalmode.board.vocabulary.saying import Asked, Reading
from evalmode.board.vocabulary.sizes import is_shape

if TYPE_CHECKING:
    from evalmode.board.vocabulary.values import Vocabulary

__all__ = ["read_mentioned", "read_whole", "reading_of", "told"]


def read_whole(asked: Asked, *, in_context: bool = True) -> Reading | None:
    """What the label means as a whole; nothing if it is in no table."""
    text, vocabulary = asked.words, asked.vocabulary
    mark, word = symbol_key(text), squash(text)
    for table in (asked.hints, asked.context if in_context else {}):
        kind = table.get(text) or table.get(mark) or (table.get(word) if len(word) > 1 else None)
        if kind:
            return reading_of(kind, text, vocabulary)
    for spelling in (mark, mark.strip("()[]") if len(mark) > 2 else mark, mark.strip("'\"")):
        if spelling in vocabulary.symbols:
            kind, params = vocabulary.symbols[spelling]
            return Reading(ops=(Op(kind, params),), names=_own_names(kind, params, text))
    return None


def read_mentioned(asked: Asked) -> Reading:
    """A label that is understood by a mark among its words, such as ``model ε_θ``."""
    for word in asked.words.split():
        mark = symbol_key(word)
        kind = asked.context.get(mark) or asked.vocabulary.symbols.get(mark, ("",))[0]
        if len(mark) > 1 and kind and kind != "value":
            return reading_of(kind, word, asked.vocabulary)
    return Reading(names=names_in(asked.words), known=is_shape(asked.words))


def reading_of(kind: str, text: str, vocabulary: Vocabulary, remark: str = "") -> Reading:
    """The reading of a label whose kind is known, with what a remark says about it."""
    name = name_of(text)
    names = (name,) if name else names_in(text)
    if kind == "value":
        return Reading(names=names)
    reading = Reading(ops=(Op(*vocabulary.phrases.get(squash(kind), (kind, ()))),), names=names)
    return replace(reading, ops=tuple(told(op, remark, vocabulary) for op in reading.ops)) if remark else reading


def told(op: Op, remark: str, vocabulary: Vocabulary) -> Op:
    """The operation with what a remark says about it."""
    params, _ = read_params(vocabulary.kinds[op.kind], remark, "", vocabulary)
    for modifier in vocabulary.modifiers:
        if (not modifier.kinds or op.kind in modifier.kinds) and modifier.words.search(remark.lower()):
            params.setdefault(modifier.param, modifier.value)
    return Op(op.kind, tuple(sorted({**params, **dict(op.params)}.items())))


def _own_names(kind: str, params: tuple[tuple[str, str], ...], text: str) -> tuple[str, ...]:
    if kind == "gate":
        return names_in(dict(params).get("role", ""))
    return names_in(text) if kind not in {"sigmoid", "add", "multiply", "one_minus"} else ()

"""One label → the operations it names, in order, with their parameters, the value's name and its shape."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from evalmode.board.graph import Op
from evalmode.board.vocabulary.formulas import read_formula
from evalmode.board.vocabulary.merging import merge
from evalmode.board.vocabulary.naming import name_of, names_in
from evalmode.board.vocabulary.plain import plain, squash, symbol_key
from evalmode.board.vocabulary.sizes import split_shapes
from evalmode.board.vocabulary.spoken import Spoken, read_words
from evalmode.board.vocabulary.values import Vocabulary

__all__ = ["Reading", "read_label"]

_STEP = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|[a-d]\)|step \d+[.:])\s+", re.IGNORECASE)
_NAMED = re.compile(r"^\s*([A-Za-zα-ω](?:[\u0302-\u0304'*])*(?:[_^](?:\{[^{}]*\}|\w+))*'?)\s*(?:=|:=|:|←)\s*(.+)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a label says.

    Args:
        ops: The operations, in the order in which a value passes through them; empty if it names a value only.
        names: What the value that comes out is called, normalised.
        shape: The shape written with it; empty if none is.
        wires: For each operation the values it takes: a place in ``ops``, or a name. Empty for a plain chain.
        known: Whether the label was understood at all.
        repeat: How often the whole is done, such as ``6`` or ``N``; empty if once.
    """

    ops: tuple[Op, ...] = ()
    names: tuple[str, ...] = ()
    shape: str = ""
    wires: tuple[tuple[int | str, ...], ...] = ()
    known: bool = True
    repeat: str = ""

    @property
    def value(self) -> bool:
        """Whether it names a value and no operation."""
        return self.known and not self.ops


def read_label(
    label: str, vocabulary: Vocabulary, architecture: str = "", hints: Mapping[str, str] | None = None
) -> Reading:
    """Read a label; what is not understood gives a reading that is not known.

    Args:
        label: The words as written, lines joined by newlines.
        vocabulary: What words mean.
        architecture: Whose context to read it in; empty for none.
        hints: Labels with the kind each has in this exercise.
    """
    key = (label, architecture, tuple(sorted(hints.items())) if hints else ())
    known = vocabulary.cache.get(key)
    if isinstance(known, Reading):
        return known
    reading = _read(label, vocabulary, architecture, hints or {})
    if len(vocabulary.cache) > 50_000:  # somebody fuzzes: do not keep everything
        vocabulary.cache.clear()
    vocabulary.cache[key] = reading
    return reading


def _read(label: str, vocabulary: Vocabulary, architecture: str, hints: Mapping[str, str]) -> Reading:
    text = _STEP.sub("", plain(label)).strip().rstrip("?").strip()
    if not text:
        return Reading(known=False)
    context = vocabulary.contexts.get(architecture, {})
    whole = _whole(text, vocabulary, context, hints)
    if whole is not None:
        return whole
    words, shape = split_shapes(text)
    if not words:
        return Reading(shape=shape)
    if words != text:
        whole = _whole(words, vocabulary, context, hints)
        if whole is not None:
            return replace(whole, shape=shape)
    formula = read_formula(words)
    if formula is not None:
        return Reading(ops=formula.ops, names=formula.names, shape=shape, wires=formula.wires)
    lined = _lines(words, vocabulary, architecture, hints)
    if lined is not None:
        return replace(lined, shape=lined.shape or shape)
    named = _NAMED.match(words)
    if named and name_of(named.group(1)):
        inner = _read(named.group(2), vocabulary, architecture, hints)
        if inner.ops:
            return replace(inner, names=(name_of(named.group(1)), *inner.names), shape=inner.shape or shape)
    name = name_of(words)
    if name:
        return Reading(names=(name,), shape=shape)
    return _spoken(words, shape, vocabulary, architecture)


def _whole(
    text: str, vocabulary: Vocabulary, context: Mapping[str, str], hints: Mapping[str, str]
) -> Reading | None:
    """What the label means as a whole, by a hint, the context or as a mark."""
    mark, word = symbol_key(text), squash(text)
    for table in (hints, context):
        kind = table.get(text) or table.get(mark) or (table.get(word) if len(word) > 1 else None)
        if kind:
            return _of_kind(kind, text, vocabulary)
    for spelling in (mark, mark.strip("()[]") if len(mark) > 2 else mark, mark.strip("'\"")):
        if spelling in vocabulary.symbols:
            kind, params = vocabulary.symbols[spelling]
            return Reading(ops=(Op(kind, params),), names=_own_names(kind, params, text))
    return None


def _of_kind(kind: str, text: str, vocabulary: Vocabulary) -> Reading:
    name = name_of(text)
    names = (name,) if name else names_in(text)
    if kind == "value":
        return Reading(names=names)
    target = vocabulary.phrases.get(squash(kind), (kind, ()))
    return Reading(ops=(Op(*target),), names=names)


def _own_names(kind: str, params: tuple[tuple[str, str], ...], text: str) -> tuple[str, ...]:
    if kind == "gate":
        return names_in(dict(params).get("role", ""))
    return names_in(text) if kind not in {"sigmoid", "add", "multiply"} else ()


def _lines(
    words: str, vocabulary: Vocabulary, architecture: str, hints: Mapping[str, str]
) -> Reading | None:
    """A label whose first or last line is a mark, a formula or a name: ``σ`` above ``forget gate``."""
    parts = [part.strip() for part in re.split(r"\n", words) if part.strip()]
    if len(parts) < 2:
        return None
    context = vocabulary.contexts.get(architecture, {})
    for place in (0, len(parts) - 1):
        own = _whole(parts[place], vocabulary, {}, hints) or (_whole(parts[place], vocabulary, context, hints) if place == 0 else None)
        formula = read_formula(parts[place]) if own is None else None
        if formula is not None:
            own = Reading(ops=formula.ops, names=formula.names, wires=formula.wires)
        if own is None and place == 0 and name_of(parts[place]):
            own = Reading(names=(name_of(parts[place]),))
        if own is None:
            continue
        others = "\n".join(parts[:place] + parts[place + 1 :])
        rest = _read(others, vocabulary, architecture, hints)
        return _together(own, rest, vocabulary)
    return None


def _together(own: Reading, rest: Reading, vocabulary: Vocabulary) -> Reading:
    """A mark, formula or name, with what the other lines say."""
    names = tuple(dict.fromkeys(own.names + rest.names))
    shape = own.shape or rest.shape
    if not rest.ops or not rest.known:
        return replace(own, names=names, shape=shape)
    if not own.ops:
        return replace(rest, names=names, shape=shape)
    merged = merge([Spoken(op, "", "mark") for op in own.ops] + [Spoken(op, "", "line") for op in rest.ops], vocabulary)
    if own.wires and len(merged) != len(own.ops):
        data = all(vocabulary.kinds[op.kind].category == "data" for op in rest.ops if op.kind in vocabulary.kinds)
        if data or len(own.ops) > 1:
            return replace(own, names=names, shape=shape)
    wires = own.wires if len(merged) == len(own.ops) else ()
    return Reading(ops=tuple(merged), names=names, shape=shape, wires=wires)


def _spoken(words: str, shape: str, vocabulary: Vocabulary, architecture: str) -> Reading:
    spoken = read_words(words, vocabulary, architecture)
    ops = tuple(merge(list(spoken.ops), vocabulary))
    names = names_in(words)
    if not ops:
        return Reading(names=names, shape=shape, known=bool(names) or bool(shape))
    if all(op.kind == "value" for op in ops):
        return Reading(names=names, shape=shape)
    if len(ops) == 1 and ops[0].kind == "gate" and ops[0].get("role"):
        names = tuple(dict.fromkeys(names_in(ops[0].get("role")) + names))
    return Reading(ops=ops, names=names, shape=shape, repeat=spoken.repeat)

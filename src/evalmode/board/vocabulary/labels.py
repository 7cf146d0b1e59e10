"""One label → the operations it names, in order, with their parameters, the value's name and its shape."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from evalmode.board.graph import Op
from evalmode.board.vocabulary.adversarial import read_verdict
from evalmode.board.vocabulary.calls import in_order, is_sum
from evalmode.board.vocabulary.code import from_code
from evalmode.board.vocabulary.forms import is_weight, read_form
from evalmode.board.vocabulary.levels import plain_level
from evalmode.board.vocabulary.merging import fold_convolutions, fold_pointwise, loss_of_head, merge, strided_stages
from evalmode.board.vocabulary.naming import name_of, names_in
from evalmode.board.vocabulary.plain import plain, squash
from evalmode.board.vocabulary.repeats import repeat_of
from evalmode.board.vocabulary.saying import Asked, Reading
from evalmode.board.vocabulary.sizes import is_shape, split_shapes
from evalmode.board.vocabulary.special import plain_starts, summed
from evalmode.board.vocabulary.spoken import Spoken, read_words
from evalmode.board.vocabulary.states import read_joined
from evalmode.board.vocabulary.told import read_told
from evalmode.board.vocabulary.wholes import read_mentioned, read_whole, reading_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evalmode.board.vocabulary.values import Vocabulary

__all__ = ["read_label"]

_STEP = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|[a-d]\)|step \d+[.:])\s+", re.IGNORECASE)
_STACKED = frozenset({"gpt", "vit", "bert", "enc-dec"})
_WEIGHTS = frozenset({"frozen_weight", "lora_down", "lora_up"})
_ASIDE = re.compile(r"\s*[,;]\s*[A-Za-zα-ω]_?\{?\w*\}?\s*[:∈][^,;\n()]*$")
_OUTWARDS = re.compile(r"(?<![A-Za-z])W[_^]?\{?(?:[oO]|out|proj)\}?(?![A-Za-z])")
"""The weights behind the heads: a linear layer where they stand beside a concatenation."""
_WEIGHED = re.compile(r"(?<=, )W_?[12](?= ?[(,])")
"""A layer told by its weights in a list of steps: ``LN, W1 (d→4d), GELU``."""
_OF_HEADS = frozenset({"merge_heads", "concat", "reshape", "attention", "matmul", "transpose"})
_OF_TENSOR = re.compile(r"[a-z]'?|[a-z]_\{?\w\}?'?")
_MADE = re.compile(
    r"^(?!(?:attn|attention|ffn|mlp|input)_norm)(?!(?:fc|conv|proj|linear|lin|to|w|dense|layer|batch|rms|group|pre|post|lm)_)[a-z]\w*_(?:out|in|norm|normed|res|residual|scores?|weights|hidden|logits|probs|ctx|context|output|input|emb|feat|features|map)$"
)
_LETTER_FIRST = re.compile(r"^([A-Za-zε]\w?(?:_\w+)?)\s+\S")
_NAMED = re.compile(
    r"^\s*([A-Za-zα-ω](?:[\u0302-\u0304'*])*(?:[_^](?:\{[^{}]*\}|\w+))*'?)\s*(?:=|:=|:|←)\s*(.+)$", re.DOTALL
)
# Whose values may be called q, k and v.
_PROJECTING = frozenset(
    {
        "linear",
        "reshape",
        "split_heads",
        "rope",
        "conv",
        "transpose",
        "norm",
        "rms_norm",
        "layer_norm",
        "value",
        "input",
    }
)


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
    reading = _read(Asked(label, vocabulary, architecture, hints or {}))
    if len(vocabulary.cache) > 50_000:  # somebody fuzzes: do not keep everything
        vocabulary.cache.clear()
    vocabulary.cache[key] = reading
    return reading


def _read(asked: Asked) -> Reading:
    text = in_order(_STEP.sub("", plain(asked.words)).strip())
    if asked.architecture == "gan" and read_verdict(text):
        return Reading(ops=(Op("score"),))
    text = text.rstrip("?").strip()
    if asked.architecture == "lora":
        text = plain_starts(text)
    if asked.architecture == "unet":
        text = plain_level(text)
    whole = (read_whole(asked.about(text)) or read_joined(asked.about(text))) if text else Reading(known=False)
    if whole is not None:
        return whole
    called = from_code(text)
    if called != text and (reading := _read(asked.about(called))).ops:
        return reading
    words, shape = split_shapes(_ASIDE.sub("", text) if re.search(r"[(=]", text) else text)
    if not words:
        return Reading(shape=shape)
    if shape and _OF_TENSOR.fullmatch(words) and words not in asked.context:
        return Reading(names=names_in(words) or (words,), shape=shape)
    reading = _read_words(asked.about(words), whole=words == text)
    if not reading.known and is_shape(text):
        return Reading(names=reading.names, shape=text)
    weight = any(op.kind in _WEIGHTS for op in reading.ops) or is_weight(words)
    return replace(reading, shape=reading.shape or ("" if weight else shape), known=reading.known or bool(shape))


def _read_words(asked: Asked, *, whole: bool) -> Reading:
    """What words without a shape say."""
    reading = (
        (None if whole else read_whole(asked)) or read_told(asked) or read_form(asked) or _added(asked) or _lines(asked)
    )
    if reading is None and _MADE.match(asked.words) and squash(asked.words) not in asked.vocabulary.phrases:
        reading = Reading(names=names_in(asked.words))
    reading = reading or _named(asked)
    if reading is None and name_of(asked.words):
        reading = Reading(names=(name_of(asked.words),))
    return reading or _spoken(asked)


def _named(asked: Asked) -> Reading | None:
    """``Q = Linear``: the name of what comes out, and how it is made."""
    match = _NAMED.match(asked.words)
    name = name_of(match.group(1)) if match else ""
    if match is None or not name:
        return None
    inner = _read(asked.about(match.group(2)))
    return replace(inner, names=(name, *inner.names)) if inner.ops else None


def _added(asked: Asked) -> Reading | None:
    """``+ positional encoding``: what is added comes from nowhere else, or from an arrow that says so."""
    if is_sum(asked.words):
        return Reading(ops=(Op("add"),))
    text = summed(asked.words)
    if not text:
        return None
    inner = _read(asked.about(text))
    first = inner.ops[0].kind if inner.ops else ""
    if first in {"mask", "rope"}:
        return inner
    if len(inner.ops) == 1 and asked.vocabulary.kinds[first].category == "embedding":
        return Reading(ops=(inner.ops[0], Op("add")), wires=((), ("", 0)))
    if inner.value and re.search(r"(?:\b|_)\{?pos", text, re.IGNORECASE):
        return Reading(ops=(Op("position_embedding"), Op("add")), wires=((), ("", 0)))
    return Reading(ops=(Op("add"),)) if inner.value or first in {"identity", "input"} else None


def _lines(asked: Asked) -> Reading | None:
    """A label whose first or last line is a mark, a formula or a name: ``σ`` above ``forget gate``."""
    parts = [part.strip() for part in asked.words.split("\n") if part.strip()]
    if len(parts) < 2:
        return None
    for place in (0, len(parts) - 1):
        line = asked.about(parts[place])
        own = read_whole(line, in_context=place == 0) or read_form(line) or _added(line)
        if own is None and place == 0 and name_of(line.words):
            own = Reading(names=(name_of(line.words),))
        if own is not None:
            rest = _read(asked.about("\n".join(parts[:place] + parts[place + 1 :])))
            return _together(own, rest, asked.vocabulary)
    return None


def _together(own: Reading, rest: Reading, vocabulary: Vocabulary) -> Reading:
    """A mark, formula or name, with what the other lines say."""
    names = tuple(dict.fromkeys(own.names + rest.names))
    shape = own.shape or rest.shape
    if (
        not rest.ops
        or not rest.known
        or (own.ops and own.ops[-1].kind == "attention" and len(own.ops) == 1 and own.wires)
    ):
        return replace(own, names=names, shape=shape)
    if not own.ops:
        return replace(rest, names=names, shape=shape)
    if own.wires[:1] == ((),) and len(rest.ops) == 1:  # "Embedding" above "+ positional encoding"
        return Reading(ops=rest.ops + own.ops, names=names, shape=shape, wires=(("",), (), (0, 1)))
    merged = merge([Spoken(op, "", "mark") for op in own.ops] + [Spoken(op, "", "line") for op in rest.ops], vocabulary)
    if own.wires and len(merged) != len(own.ops):
        data = all(vocabulary.kinds[op.kind].category == "data" for op in rest.ops if op.kind in vocabulary.kinds)
        if data or len(own.ops) > 1:
            return replace(own, names=names, shape=shape)
    wires = own.wires if [op.kind for op in merged] == [op.kind for op in own.ops] else ()
    return Reading(ops=tuple(merged), names=names, shape=shape, wires=wires)


def _spoken(asked: Asked) -> Reading:
    """What the phrases in the words say; where there are none, what a letter or mark among them says."""
    words, vocabulary = _WEIGHED.sub("linear", asked.words), asked.vocabulary
    spoken = read_words(words, vocabulary, asked.architecture)
    ops = _settled(tuple(merge(list(spoken.ops), vocabulary)), spoken.repeat, asked)
    if ops and ops[-1].kind in _OF_HEADS and _OUTWARDS.search(words):
        ops = (*ops, Op("linear"))
    names = names_in(words)
    if not {op.kind for op in ops} <= _PROJECTING:
        names = tuple(name for name in names if name not in {"q", "k", "v"})
    if not ops:
        return _lettered(asked) or (Reading(names=names) if names else read_mentioned(asked))
    if all(op.kind == "value" for op in ops):
        return Reading(names=names)
    if len(ops) == 1 and ops[0].kind == "gate" and ops[0].get("role"):
        names = tuple(dict.fromkeys(names_in(ops[0].get("role")) + names))
    return Reading(ops=ops, names=names, repeat=spoken.repeat)


def _lettered(asked: Asked) -> Reading | None:
    """A letter of the architecture with words behind it, such as ``W frozen``."""
    letter = _LETTER_FIRST.match(asked.words)
    kind = asked.context.get(letter[1], "value") if letter else "value"
    if letter is None or kind == "value":
        return None
    return reading_of(kind, asked.words, asked.vocabulary, asked.words[letter.end(1) :])


def _settled(ops: tuple[Op, ...], repeat: str, asked: Asked) -> tuple[Op, ...]:
    """The operations as their architecture groups them."""
    if asked.architecture == "unet":
        return strided_stages(fold_convolutions(fold_pointwise(ops)))
    if len(ops) == 1 and ops[0].kind == "ffn" and ops[0].get("activation") == "none":
        return (Op("linear"), Op("linear"))
    if asked.architecture == "bert":
        ops = loss_of_head(ops, asked.vocabulary)
    if asked.architecture in _STACKED and {"mha", "ffn"} <= {"ffn" if op.kind == "head" else op.kind for op in ops}:
        return (_as_block(ops, repeat or repeat_of(asked.words)),)
    return ops


def _as_block(ops: tuple[Op, ...], repeat: str) -> Op:
    """A whole Transformer block told in one box."""
    params = {name: value for op in ops if op.kind == "mha" for name, value in op.params if name == "mask"}
    if repeat:
        params["repeat"] = repeat
    return Op("transformer_block", tuple(sorted(params.items())))

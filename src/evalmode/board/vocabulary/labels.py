"""One label → the operations it names, in order, with their parameters, the value's name and its shape."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from evalmode.board.graph import Op
from evalmode.board.vocabulary.formulas import Formula, read_formula
from evalmode.board.vocabulary.gates import read_gate, read_gated
from evalmode.board.vocabulary.merging import fold_convolutions, loss_of_head, merge, strided_stages
from evalmode.board.vocabulary.naming import name_of, names_in
from evalmode.board.vocabulary.params import read_params
from evalmode.board.vocabulary.plain import plain, squash, symbol_key
from evalmode.board.vocabulary.repeats import repeat_of
from evalmode.board.vocabulary.sizes import is_shape, split_shapes
from evalmode.board.vocabulary.special import (
    headed,
    read_distribution,
    read_embeddings,
    read_error,
    read_formal_loss,
    read_level,
    read_loss,
    read_mix,
    read_prepended,
    read_sampling,
    read_scale,
    read_verdict,
    summed,
)
from evalmode.board.vocabulary.spoken import Spoken, read_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evalmode.board.vocabulary.values import Vocabulary

__all__ = ["Reading", "read_label"]

_STEP = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|[a-d]\)|step \d+[.:])\s+", re.IGNORECASE)
_WEIGHT = re.compile(
    r"^(?P<name>W_?\{?\^?\{?[A-Za-z0-9]{0,5}\}?|[WU]_\{?\w+\}?|W\^\{?\w+\}?|w_\w+|W[a-z]{1,2}|weights? W)(?:\s*[:(\n,]\s*(?P<rest>.*)|\s+(?P<more>\S.*))?$",
    re.DOTALL,
)
_SENTENCE = re.compile(r"\[MASK\].*\w{2}.*\w{2}|\w{2}.*\[MASK\].*\w{2}|\bCLS\b.+\[SEP\]")
_MEANT = re.compile(r"loss|cross|\bCE\b|predict|head|→|linear|mask \d|replace|embed|\d ?%", re.IGNORECASE)
_STACKED = frozenset({"gpt", "vit", "bert", "enc-dec"})
_SUMMED_LOSSES = re.compile(
    r"\brec\w*[^+]*\+[^+]*KL|L_\{?rec\w*\}?[^+]*\+[^+]*KL|KL[^+]*\+[^+]*rec|(?:MSE|BCE|\|\|)[^+]*\+[^+]*KL",
    re.IGNORECASE,
)
_PREDICTED = re.compile(
    r"\b(?:predicted|estimated|pred|estimate|prédit|vorhergesagt\w*)\b.*|ε\u0302|eps_?hat", re.IGNORECASE
)
_NETWORK = re.compile(r"net|model|predictor|loss|mse|\|\||=", re.IGNORECASE)
_BOTH_LOSSES = re.compile(
    r"L_?\{?D\}?\s*(?:,|&|and|/|\+|und|et)\s*L_?\{?G\}?|L_?\{?G\}?\s*(?:,|&|and|/|\+|und|et)\s*L_?\{?D\}?",
    re.IGNORECASE,
)
_WEIGHTS = frozenset({"frozen_weight", "lora_down", "lora_up"})
_ASIDE = re.compile(r"\s*[,;]\s*[A-Za-zα-ω]_?\{?\w*\}?\s*[:∈][^,;\n()]*$")
_MADE = re.compile(
    r"^(?!(?:fc|conv|proj|linear|lin|to|w|dense|layer|batch|rms|group|pre|post|lm)_)[a-z]\w*_(?:out|in|norm|normed|res|residual|scores?|weights|hidden|logits|probs|ctx|context|output|input|emb|feat|features|map)$"
)
_POINTWISE = re.compile(
    r"^(?:(?:element|point|channel)[- ]?wise\s*(?P<mark>[×⊙⊗*∘·+⊕])|(?P<first>[×⊙⊗∘*·])\s+[A-Za-z][a-z]{2}[A-Za-z ]*)$",
    re.IGNORECASE,
)
_UNWRITTEN = frozenset(
    {"gan", "ddpm", "bert", "unet", "vit"}
)  # where letters with brackets are networks, not functions
_LETTER_FIRST = re.compile(r"^([A-Za-zε]\w?(?:_\w+)?)\s+\S")
_AFFINE = re.compile(r"[·⊙]|[WU][_\[({a-z]|\[")
_PAIR = re.compile(r"^(?:\w\s*=\s*)?(?:concat\s*)?[\[(]\s*([^\[\](),;|]+?)\s*(?:,|;|\|\|?)\s*([^\[\](),;|]+?)\s*[\])]$")
_NAMED = re.compile(
    r"^\s*([A-Za-zα-ω](?:[\u0302-\u0304'*])*(?:[_^](?:\{[^{}]*\}|\w+))*'?)\s*(?:=|:=|:|←)\s*(.+)$", re.DOTALL
)


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
    text = _STEP.sub("", plain(label)).strip()
    if architecture == "gan" and read_verdict(text):
        return Reading(ops=(Op("score"),))
    text = text.rstrip("?").strip()
    if not text:
        return Reading(known=False)
    context = vocabulary.contexts.get(architecture, {})
    whole = _whole(text, vocabulary, context, hints)
    if whole is not None:
        return whole
    words, shape = split_shapes(_ASIDE.sub("", text) if re.search(r"[(=]", text) else text)
    if not words:
        return Reading(shape=shape)
    if words != text:
        whole = _whole(words, vocabulary, context, hints)
        if whole is not None:
            return replace(whole, shape=shape)
    own = _own(words, vocabulary, architecture, hints)
    if own is not None:
        weight = any(op.kind in _WEIGHTS for op in own.ops) or _WEIGHT.match(words)
        return replace(own, shape=own.shape or ("" if weight else shape))
    lined = _lines(words, vocabulary, architecture, hints)
    if lined is not None:
        return replace(lined, shape=lined.shape or shape)
    snake = _MADE.match(words)
    if snake and squash(words) not in vocabulary.phrases:
        return Reading(names=names_in(words), shape=shape)
    named = _NAMED.match(words)
    if named and name_of(named.group(1)):
        inner = _read(named.group(2), vocabulary, architecture, hints)
        if inner.ops:
            return replace(inner, names=(name_of(named.group(1)), *inner.names), shape=inner.shape or shape)
    name = name_of(words)
    if name:
        return Reading(names=(name,), shape=shape)
    spoken = _spoken(words, shape, vocabulary, architecture)
    if not spoken.ops:
        letter = _LETTER_FIRST.match(words)
        kind = context.get(letter[1]) if letter else None
        if kind and kind != "value":
            own = _of_kind(kind, words, vocabulary)
            return replace(own, ops=tuple(_told(op, words[letter.end(1) :], vocabulary) for op in own.ops), shape=shape)
        if not spoken.known:
            return _mentioned(words, shape, vocabulary, context)
    if not spoken.known and is_shape(text):
        return Reading(names=spoken.names, shape=text)
    return spoken


def _mentioned(words: str, shape: str, vocabulary: Vocabulary, context: Mapping[str, str]) -> Reading:
    """A label that is understood by a mark among its words, such as ``model ε_θ``."""
    for word in words.split():
        mark = symbol_key(word)
        kind = context.get(mark) or (vocabulary.symbols[mark][0] if mark in vocabulary.symbols else "")
        if len(mark) > 1 and kind and kind != "value":
            return replace(_of_kind(kind, word, vocabulary), shape=shape)
    return Reading(names=names_in(words), shape=shape, known=is_shape(words))


def _own(words: str, vocabulary: Vocabulary, architecture: str, hints: Mapping[str, str]) -> Reading | None:
    """Labels with a form of their own: losses, distributions, factors, gates, formulas, weights, sums of embeddings."""
    if _SENTENCE.search(words) and not _MEANT.search(words):
        return Reading(known=False)
    context = vocabulary.contexts.get(architecture, {})
    sampled = read_sampling(words) if architecture == "vae" else None
    if sampled is not None:
        return Reading(ops=(sampled,), names=("z",) if sampled.kind == "reparameterise" else ())
    both = _BOTH_LOSSES.search(words) if architecture == "gan" else None
    if both:
        return Reading(ops=(Op("discriminator_loss"), Op("generator_loss")), wires=(("",), ("",)))
    if architecture == "vae" and _SUMMED_LOSSES.search(words):
        return Reading(ops=(Op("reconstruction_loss"), Op("kl_loss")))
    if architecture == "ddpm" and _PREDICTED.search(words) and not _NETWORK.search(words):
        return Reading(names=("ε_hat",))
    formal = read_formal_loss(words, architecture)
    if formal is not None:
        return Reading(ops=(formal,))
    head = headed(words, context)
    if head is not None and (kind := _telling_remark(head, vocabulary)):
        return Reading(ops=(Op(kind),))
    if head is not None:
        own = _of_kind(head[0], re.split(r"[\n(\[:]", words)[0].strip(), vocabulary)
        return replace(own, ops=tuple(_told(op, head[1], vocabulary) for op in own.ops))
    for op in (
        read_loss(words, architecture),
        read_distribution(words, architecture),
        read_mix(words),
        read_error(words, architecture),
        read_scale(words),
    ):
        if op is not None:
            return Reading(ops=(op,))
    gated = read_gated(words, architecture)
    if gated is not None:
        return Reading(ops=gated[0], wires=gated[1], names=("h",) if gated[1][1] == ("c",) else ())
    gate = None if _AFFINE.search(words) else read_gate(words, architecture)
    if gate is not None:
        return Reading(ops=(gate[0],), names=(gate[1],))
    formula = None if architecture in _UNWRITTEN else read_formula(words)
    if formula is not None:
        return _of_formula(formula, architecture, context)
    weight = _WEIGHT.match(words)
    if weight and architecture != "lora":
        params, _ = read_params(vocabulary.kinds["linear"], weight["rest"] or weight["more"] or "", "", vocabulary)
        names = tuple(name for name in names_in(words) if name in {"q", "k", "v"})
        return Reading(ops=(Op("linear", tuple(sorted(params.items()))),), names=names)
    pair = _PAIR.match(words)
    if pair:
        names = (name_of(pair[1]), name_of(pair[2]))
        return Reading(ops=(Op("concat"),), wires=(names,)) if all(names) else None
    level = read_level(words) if architecture == "unet" else None
    if level is not None:
        return Reading(ops=(level,))
    pointwise = _POINTWISE.match(words)
    if pointwise:
        return Reading(ops=(Op("add" if (pointwise["mark"] or "×") in "+⊕" else "multiply"),))
    if architecture == "vit" and read_prepended(words):
        return Reading(ops=(Op("cls_token"), Op("concat")), wires=((), (0, "")))
    embeddings = read_embeddings(words)
    if embeddings:
        return _embedded(embeddings)
    added = summed(words)
    if added:
        return _added(_read(added, vocabulary, architecture, hints), added, vocabulary)
    return None


def _telling_remark(head: tuple[str, str], vocabulary: Vocabulary) -> str:
    """The kind of a value that a remark names, where it overrules the letter before it: ``x (fake)``, ``G(z) fake image``."""
    kind, remark = head
    ops = read_words(remark, vocabulary).ops
    said = ops[-1].op.kind if ops else ""
    own = vocabulary.kinds[kind].category if kind in vocabulary.kinds else ""
    telling = {"data": {"fake", "real_data", "noise"}, "block": {"fake"}}.get(own, set())
    return said if said in telling and said != kind else ""


def _of_formula(formula: Formula, architecture: str, context: Mapping[str, str]) -> Reading:
    if architecture == "clip" and any(op.kind == "matmul" for op in formula.ops):
        return Reading(ops=(Op("similarity"),))
    if architecture == "moe":
        ops = tuple(Op(context.get(f"*{op.kind}", op.kind), op.params) for op in formula.ops)
        formula = Formula(ops, formula.wires, formula.names)
    role = names_in(formula.ops[-1].get("role"))
    if formula.ops[-1].kind == "candidate":
        role = ("g",)
    return Reading(ops=formula.ops, names=tuple(dict.fromkeys(role + formula.names)), wires=formula.wires)


def _embedded(kinds: tuple[str, ...]) -> Reading:
    """Several embeddings of the same tokens and their sum."""
    ops = tuple(Op(kind) for kind in kinds)
    wires = tuple(("tokens",) if not place else () for place in range(len(ops)))
    return Reading(ops=(*ops, Op("add")), wires=(*wires, tuple(range(len(ops)))))


def _added(inner: Reading, text: str, vocabulary: Vocabulary) -> Reading | None:
    """``+ positional encoding``: what is added comes from nowhere else, or from an arrow that says so."""
    if inner.ops and inner.ops[0].kind == "mask":
        return inner
    if len(inner.ops) == 1 and vocabulary.kinds[inner.ops[0].kind].category == "embedding":
        return Reading(ops=(inner.ops[0], Op("add")), wires=((), ("", 0)))
    if inner.value and re.search(r"(?:\b|_)\{?pos", text, re.IGNORECASE):
        return Reading(ops=(Op("position_embedding"), Op("add")), wires=((), ("", 0)))
    if inner.value or (inner.ops and inner.ops[0].kind in {"identity", "input"}):
        return Reading(ops=(Op("add"),))
    return None


def _told(op: Op, remark: str, vocabulary: Vocabulary) -> Op:
    """The operation with what a remark says about it."""
    params, _ = read_params(vocabulary.kinds[op.kind], remark, "", vocabulary)
    for modifier in vocabulary.modifiers:
        if (not modifier.kinds or op.kind in modifier.kinds) and modifier.words.search(remark.lower()):
            params.setdefault(modifier.param, modifier.value)
    return Op(op.kind, tuple(sorted({**params, **dict(op.params)}.items())))


def _whole(text: str, vocabulary: Vocabulary, context: Mapping[str, str], hints: Mapping[str, str]) -> Reading | None:
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
    return names_in(text) if kind not in {"sigmoid", "add", "multiply", "one_minus"} else ()


def _lines(words: str, vocabulary: Vocabulary, architecture: str, hints: Mapping[str, str]) -> Reading | None:
    """A label whose first or last line is a mark, a formula or a name: ``σ`` above ``forget gate``."""
    parts = [part.strip() for part in re.split(r"\n", words) if part.strip()]
    if len(parts) < 2:
        return None
    context = vocabulary.contexts.get(architecture, {})
    for place in (0, len(parts) - 1):
        own = _whole(parts[place], vocabulary, {}, hints) or (
            _whole(parts[place], vocabulary, context, hints) if place == 0 else None
        )
        own = own or _own(parts[place], vocabulary, architecture, hints)
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


def _spoken(words: str, shape: str, vocabulary: Vocabulary, architecture: str) -> Reading:
    spoken = read_words(words, vocabulary, architecture)
    ops = tuple(merge(list(spoken.ops), vocabulary))
    if architecture == "unet":
        ops = strided_stages(fold_convolutions(ops))
    if architecture in _STACKED and {"mha", "ffn"} <= {"ffn" if op.kind == "head" else op.kind for op in ops}:
        ops = (_as_block(ops, spoken.repeat or repeat_of(words)),)
    if architecture == "bert":
        ops = loss_of_head(ops, vocabulary)
    names = names_in(words)
    if not {op.kind for op in ops} <= _PROJECTING:
        names = tuple(name for name in names if name not in {"q", "k", "v"})
    if not ops:
        return Reading(names=names, shape=shape, known=bool(names) or bool(shape))
    if all(op.kind == "value" for op in ops):
        return Reading(names=names, shape=shape)
    if len(ops) == 1 and ops[0].kind == "gate" and ops[0].get("role"):
        names = tuple(dict.fromkeys(names_in(ops[0].get("role")) + names))
    return Reading(ops=ops, names=names, shape=shape, repeat=spoken.repeat)


def _as_block(ops: tuple[Op, ...], repeat: str) -> Op:
    """A whole Transformer block told in one box."""
    params = {name: value for op in ops if op.kind == "mha" for name, value in op.params if name == "mask"}
    if repeat:
        params["repeat"] = repeat
    return Op("transformer_block", tuple(sorted(params.items())))

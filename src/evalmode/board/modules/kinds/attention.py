"""Attention: as one box, or in its parts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from evalmode.board.modules.kinds.reshaping import split
from evalmode.board.modules.sizes import ONE, say_shape
from evalmode.board.modules.values import ModuleError
from evalmode.board.shapes import Size

if TYPE_CHECKING:
    from evalmode.board.modules.draft import Value
    from evalmode.board.modules.step import Step, Writer

__all__ = ["ATTENTION"]

_ROTARY = re.compile(r"\brope\b|rotary", re.IGNORECASE)


def mha(step: Step) -> Value:
    """Multi-head attention with its projections; keys and values may come from elsewhere than queries."""
    query, context = _sources(step)
    if len(query.shape) != 3:
        raise ModuleError(f"“{step.label}” needs (B, T, d), and {say_shape(query.shape)} comes to it.")
    features = query.shape[-1]
    heads = step.size("heads") or step.draft.heads
    arguments = [step.py(features), step.py(heads)]
    if context.name != query.name and context.shape[-1] != features:
        arguments.append(f"context={step.py(context.shape[-1])}")
    if step.param("mask") == "causal":
        arguments.append("causal=True")
        step.draft.causal = True
    if (kv_heads := step.size("kv_heads")) is not None:
        arguments.append(f"kv_heads={step.py(kv_heads)}")
    elif step.param("kv") == "grouped":
        arguments.append(f"kv_heads={step.py(heads)} // 2")
    step.draft.symbols_of(features / heads)
    turned = bool(_ROTARY.search(step.label)) and query.name == context.name
    helper = step.draft.use("RotaryAttention" if turned else "MultiHeadAttention")
    if turned:
        step.draft.symbols_of(features / heads / Size.of(2))
    layer = step.layer(f"{helper}({', '.join(arguments)})")
    given = query.name if query.name == context.name else f"{query.name}, {context.name}"
    return step.line(f"{layer}({given})", (*query.shape[:-1], features))


def _sources(step: Step) -> tuple[Value, Value]:
    """Where queries come from, and where keys and values do."""
    query, key, value = step.at("q"), step.at("k", "kv", "k,v"), step.at("v", "kv", "k,v")
    context = key or value
    plain = [given.value for given in step.given if given.port not in {"q", "k", "v", "kv", "k,v"}]
    if query is None:
        query = plain[0] if plain else context
    if context is None:
        context = plain[-1] if plain and query is not plain[0] else plain[1] if len(plain) > 1 else query
    if query is None or context is None:
        raise ModuleError(f"Nothing leads to “{step.label}”.")
    return query, context


def attention(step: Step) -> Value:
    """The core: softmax(QKᵀ/√d)V of what is projected already."""
    named = [step.at(port) for port in ("q", "k", "v")]
    values = [value for value in named if value is not None]
    if len(values) != 3:
        values = list(step.values)
    if len(values) == 1:
        values *= 3
    if len(values) != 3:
        raise ModuleError(f"“{step.label}” needs queries, keys and values, and {len(values)} lead to it.")
    query, key, value = values
    causal = ", is_causal=True" if step.param("mask") == "causal" else ""
    if len(query.shape) == 3:
        heads = step.size("heads") or step.draft.heads
        query, key, value = (split(step.draft, one, heads) for one in (query, key, value))
    names = f"{query.name}, {key.name}, {value.name}"
    made = step.line(f"F.scaled_dot_product_attention({names}{causal})", query.shape)
    batch, heads, time, features = made.shape
    if step.written is None or len(step.written) < 4:
        shape = (batch, time, step.draft.settled(heads * features))
        return step.draft.line("merged", f"{made.name}.transpose(1, 2).flatten(2)", shape, step.node)
    return made


def matmul(step: Step) -> Value:
    """A product of matrices; of queries and keys the latter are transposed."""
    values = list(step.values)
    query, key = step.at("q"), step.at("k")
    if query is not None and key is not None:
        values = [query, key]
    if len(values) != 2:
        raise ModuleError(f"“{step.label}” takes two values, and {len(values)} lead to it.")
    left, right = values
    if right.kind in {"softmax", "mask", "dropout"} and left.kind not in {"softmax", "mask", "dropout"}:
        left, right = right, left
    if len(left.shape) < 2 or len(left.shape) != len(right.shape):
        raise ModuleError(f"{say_shape(left.shape)} and {say_shape(right.shape)} cannot be multiplied.")
    weighted = left.kind in {"softmax", "dropout"} or left.shape[-1] == right.shape[-2]
    if weighted and not (query is not None and key is not None):
        step.draft.same(left.shape[-1], right.shape[-2])
        right = _as_often(step, left, right)
        return step.line(f"{left.name} @ {right.name}", (*left.shape[:-1], right.shape[-1]))
    step.draft.same(left.shape[-1], right.shape[-1])
    shape = (*left.shape[:-1], right.shape[-2])
    right = _as_often(step, left, right)
    return step.line(f"{left.name} @ {right.name}.transpose(-2, -1)", shape)


def _as_often(step: Step, left: Value, right: Value) -> Value:
    """Keys or values with each of their heads as often as it has query heads."""
    if len(left.shape) != 4 or left.shape[1] == right.shape[1] or right.shape[1] == ONE:
        return right
    often = step.draft.attribute(left.shape[1] / right.shape[1], "group")
    shape = (right.shape[0], left.shape[1], *right.shape[2:])
    return step.draft.line(f"{right.name}_repeated", f"{right.name}.repeat_interleave({often}, dim=1)", shape)


def scale(step: Step) -> Value:
    """Scores over the root of the heads' size, or by what is written, such as α/r."""
    value = step.first
    factor = step.param("factor")
    if value.kind in {"lora_down", "lora_up"} or ("r" in factor and ("α" in factor or "a" in factor)):
        alpha, rank = (step.draft.settled(Size.of(name)) for name in ("alpha", "r"))
        ratio = f"{step.draft.attribute(alpha, 'alpha')} / {step.draft.attribute(rank, 'rank')}"
        return step.line(f"{value.name} * ({ratio})", value.shape)
    size = step.size("factor")
    if size is not None and size.number is not None:
        return step.line(f"{value.name} / {size}", value.shape)
    features = step.draft.inner.get(value.name)
    if features is None:
        return step.line(f"{value.name} * {value.name}.shape[-1] ** -0.5", value.shape)
    return step.line(f"{value.name} * {step.draft.attribute(features, 'head_size')} ** -0.5", value.shape)


def scores(step: Step) -> Value:
    """A product of matrices that remembers over how many features it summed."""
    made = matmul(step)
    left = step.at("q") or step.values[0]
    step.draft.inner[made.name] = left.shape[-1]
    return made


def mask(step: Step) -> Value:
    """Scores without what comes later; anything else is masked as it is drawn by a mask that comes in."""
    value = step.first
    if len(value.shape) < 2 or step.param("optional"):
        return step.alias(value)
    made = step.line(f"{step.draft.use('hide_later')}({value.name})", value.shape)
    if value.name in step.draft.inner:
        step.draft.inner[made.name] = step.draft.inner[value.name]
    return made


ATTENTION: dict[str, Writer] = {
    "mha": mha,
    "attention": attention,
    "matmul": scores,
    "scale": scale,
    "mask": mask,
}

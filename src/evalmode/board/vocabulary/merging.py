"""Several operations in one label: which of them only explain another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.board.graph import Op
from evalmode.board.vocabulary.spoken import Spoken

if TYPE_CHECKING:
    from evalmode.board.vocabulary.values import Vocabulary

__all__ = ["fold_convolutions", "fold_pointwise", "loss_of_head", "merge", "strided_stages"]

_LEVELS = frozenset({"bottleneck", "encoder_stage", "decoder_stage"})
_LINEAR_HEADS = frozenset({"frozen_weight", "lora_down", "lora_up", "head", "lm_head", "projection_head"})
_GENERIC = {"activation": "activation", "norm": "norm", "loss": "loss"}
_EXPANDED = frozenset({"ffn", "conv_block", "swiglu"})
_WITH_ACTIVATION = frozenset(
    {"ffn", "conv_block", "expert", "encoder", "decoder", "generator", "discriminator", "mlm_head"}
)
_TWICE = frozenset({"conv", "linear", "relu", "batch_norm", "depthwise_conv", "multiply", "layer_norm"})


def merge(spoken: list[Spoken], vocabulary: Vocabulary) -> list[Op]:
    """The operations that remain when explanations are folded into what they explain.

    ``FFN (Linear → GELU → Linear)`` is the chain, ``FFN (GELU, 4d)`` an FFN with its activation, ``σ`` above ``forget gate``
    one gate, and ``GAP (global average pooling)`` one pooling.
    """
    items = list(spoken)
    place = 0
    while place < len(items):
        items = _cover(items, place, vocabulary)
        place += 1
    return [item.op for item in _without_generic(_same(items), vocabulary)]


def fold_convolutions(ops: tuple[Op, ...]) -> tuple[Op, ...]:
    """Two convolutions with what follows each of them are one block; other operations stay as they are."""
    follow = {
        "batch_norm",
        "norm",
        "group_norm",
        "instance_norm",
        "relu",
        "leaky_relu",
        "silu",
        "gelu",
        "activation",
        "dropout",
    }
    starts = [place for place, op in enumerate(ops) if op.kind == "conv"]
    if len(starts) != 2 or any(op.kind not in follow for op in ops[starts[0] + 1 : starts[1]]):
        return ops
    end = starts[1] + 1
    while end < len(ops) and ops[end].kind in follow:
        end += 1
    if any(ops[place].get("stride", "1") != "1" for place in starts) or ops[starts[0]].get("kernel") != ops[
        starts[1]
    ].get("kernel"):
        return ops
    params = {
        **dict(ops[starts[1]].params),
        **{name: value for name, value in ops[starts[0]].params if name in {"in", "kernel"}},
    }
    params.pop("stride", None)
    return (*ops[: starts[0]], Op("conv_block", tuple(sorted(params.items()))), *ops[end:])


def fold_pointwise(ops: tuple[Op, ...]) -> tuple[Op, ...]:
    """A dense layer for each pixel with its kernel beside it, ``Dense per pixel (1x1)``, is one 1×1 convolution."""
    kinds = [op.kind for op in ops[:2]]
    if sorted(kinds) not in (["conv", "linear"], ["conv", "head"]):
        return ops
    conv = ops[kinds.index("conv")]
    return (conv, *ops[2:]) if conv.get("kernel") == "1" else ops


def strided_stages(ops: tuple[Op, ...]) -> tuple[Op, ...]:
    """A block with a stride halves the resolution, then does what a block does."""
    found: list[Op] = []
    for op in ops:
        if op.kind in {"residual_block", "conv_block"} and op.get("stride", "1") != "1":
            found.append(Op("downsample", (("stride", op.get("stride")),)))
            found.append(Op(op.kind, tuple(pair for pair in op.params if pair[0] != "stride")))
        else:
            found.append(op)
    return tuple(found)


def loss_of_head(ops: tuple[Op, ...], vocabulary: Vocabulary) -> tuple[Op, ...]:
    """A head and a loss in one phrase are that head's loss: ``binary cross entropy NSP``."""
    heads = {"mlm_head": "mlm_loss", "nsp_head": "nsp_loss"}
    kinds = [op.kind for op in ops]
    losses = [kind for kind in kinds if vocabulary.kinds[kind].category == "loss"]
    if len(kinds) == 2 and len(losses) == 1:
        named = [heads[kind] for kind in kinds if kind in heads]
        if named:
            return (Op(named[0]),)
    return ops


def _cover(items: list[Spoken], place: int, vocabulary: Vocabulary) -> list[Spoken]:
    head = items[place]
    kind = vocabulary.kinds.get(head.op.kind)
    if kind is None or not kind.covers:
        return items
    after = place + 1
    while after < len(items) and _explains(items[after], head, kind.covers, vocabulary):
        after += 1
    before = place
    while (
        before > 0
        and items[before - 1].op.kind in kind.covers
        and items[before].link in {"explains", "line", "mark", "beside"}
    ):
        before -= 1
    inside = items[before:place] + items[place + 1 : after]
    if not inside:
        return items
    if head.op.kind in _EXPANDED and sum(item.op.kind in {"linear", "conv"} for item in inside) > 1:
        return items[:before] + inside + items[after:]
    return [
        *items[:before],
        Spoken(_informed(head.op, [item.op for item in inside], vocabulary), head.spelling, head.link),
        *items[after:],
    ]


def _explains(item: Spoken, head: Spoken, covers: frozenset[str], vocabulary: Vocabulary) -> bool:
    """Whether an operation behind another only says how that one is made."""
    if item.op.kind not in covers:
        return False
    own = vocabulary.kinds[item.op.kind].category
    if head.op.kind == "time_embedding":
        return True
    return item.link != "then" or (own == "activation" and head.op.kind in _WITH_ACTIVATION) or item.op.kind == "rope"


def _informed(head: Op, inside: list[Op], vocabulary: Vocabulary) -> Op:
    """The head with what the operations inside say about it."""
    params = dict(head.params)
    for op in inside:
        for name, value in _told_by(op, head, vocabulary):
            params.setdefault(name, value)
    return Op(head.kind, tuple(sorted(params.items())))


def _told_by(op: Op, head: Op, vocabulary: Vocabulary) -> tuple[tuple[str, str], ...]:
    """What an operation inside says about the whole: an FFN's activation, an attention's mask, a level's width."""
    activation = op.kind in vocabulary.kinds and vocabulary.kinds[op.kind].category == "activation"
    if head.kind in {"ffn", "conv_block", "expert"} and (activation or op.kind == "swiglu"):
        return (("act", op.kind),)
    if head.kind in {"mha", "attention"} and op.kind == "mask":
        return (("mask", "causal"),)
    if op.kind in {"mha", "attention"}:
        return tuple(pair for pair in op.params if pair[0] == "mask")
    if head.kind in _LEVELS:
        return tuple(pair for pair in op.params if pair[0] in {"in", "out"})
    return op.params if op.kind == "linear" and head.kind in _LINEAR_HEADS else ()


def _same(items: list[Spoken]) -> list[Spoken]:
    """Without what says the same thing twice in other words."""
    kept: list[Spoken] = []
    for item in items:
        if kept and _repeats(kept[-1], item):
            params = dict(item.op.params) | dict(kept[-1].op.params)
            kept[-1] = Spoken(Op(kept[-1].op.kind, tuple(sorted(params.items()))), kept[-1].spelling, kept[-1].link)
            continue
        kept.append(item)
    return kept


def _without_generic(items: list[Spoken], vocabulary: Vocabulary) -> list[Spoken]:
    """Without general words beside a precise one, the second of two choices, and copies that a concatenation makes."""
    kept: list[Spoken] = []
    for place, item in enumerate(items):
        around = [items[other] for other in (place - 1, place + 1) if 0 <= other < len(items)]
        if item.op.kind in _GENERIC and any(_precise(item, other, place > 0, vocabulary) for other in around):
            continue
        if kept and _names_norm(kept[-1], item, vocabulary):
            kept[-1] = item
            continue
        if item.op.kind in {"copy", "crop", "identity"} and any(other.op.kind == "concat" for other in around):
            continue
        if (
            kept
            and item.link == "or"
            and vocabulary.kinds[item.op.kind].category == vocabulary.kinds[kept[-1].op.kind].category
        ):
            continue
        kept.append(item)
    return kept


def _names_norm(before: Spoken, item: Spoken, vocabulary: Vocabulary) -> bool:
    """Whether a norm only says which one is meant before it: ``input_layernorm (RMSNorm)``."""
    norms = all(vocabulary.kinds[one.op.kind].category == "norm" for one in (before, item))
    return norms and before.op.kind != item.op.kind and item.link in {"explains", "line"}


def _precise(item: Spoken, other: Spoken, behind: bool, vocabulary: Vocabulary) -> bool:
    if other.op.kind in _GENERIC or vocabulary.kinds[other.op.kind].category != _GENERIC[item.op.kind]:
        return False
    return item.link != "then" if behind else other.link != "then"


def _repeats(before: Spoken, item: Spoken) -> bool:
    if before.op.kind != item.op.kind or item.link == "then":
        return False
    if item.link == "defines":
        return True
    if before.spelling == item.spelling and item.spelling:
        return False
    beside = item.link == "beside" and item.op.kind in {"linear", "conv"}
    if item.op.kind in _TWICE and item.link not in {"explains", "line", "mark"} and not beside:
        return False
    mine, other = dict(before.op.params), dict(item.op.params)
    return all(mine[name] == other[name] for name in mine.keys() & other.keys())

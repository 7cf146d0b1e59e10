"""Transformer blocks: one, or a stack of them; with or without a memory to look at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from evalmode.board.modules.sizes import read_size, say_shape
from evalmode.board.modules.values import ModuleError

if TYPE_CHECKING:
    from evalmode.board.graph import Node
    from evalmode.board.modules.draft import Value
    from evalmode.board.modules.step import Step, Writer
    from evalmode.board.shapes import Size

__all__ = ["STACKS", "decoder_stack", "repeats", "transformer_block"]

_TIMES = re.compile(r"^\W*(\d+|[NL])(?:_?x)? *[×x]|[×x] *(\d+|[NL])\W*$")
_FEW = 2


def transformer_block(step: Step) -> Value:
    """One or several blocks of attention and feed-forward network."""
    value = step.only()
    causal = step.param("mask") == "causal"
    step.draft.causal |= causal
    encodes = step.node.op.kind == "encoder" or step.draft.hides
    activation = ", nn.GELU" if step.draft.hides else ""
    helper, further = ("EncoderBlock", activation) if encodes and not causal else ("TransformerBlock", "")
    return _stack(step, value, helper, f"{further}{', causal=True' if causal else ''}")


def decoder_stack(step: Step) -> Value:
    """One or several blocks that look at what they have so far, and at a memory."""
    values = tuple({value.name: value for value in step.values}.values())
    if len(values) == 1:
        return transformer_block(step)
    memory = step.at("k", "v", "kv", "k,v") or next((value for value in values if value.kind in _MEMORIES), values[-1])
    own = [value for value in values if value.name != memory.name]
    if len(own) != 1 or len(memory.shape) != 3:
        raise ModuleError(f"“{step.label}” takes its own tokens and what the encoder gives.")
    step.draft.same(own[0].shape[-1], memory.shape[-1])
    step.draft.causal = True
    return _stack(step, own[0], "DecoderBlock", "", memory)


_MEMORIES = frozenset({"encoder", "transformer_block"})


def _stack(step: Step, value: Value, helper: str, further: str, memory: Value | None = None) -> Value:
    if len(value.shape) != 3:
        raise ModuleError(f"“{step.label}” needs (B, T, d), and {say_shape(value.shape)} comes to it.")
    draft, features = step.draft, value.shape[-1]
    heads = step.size("heads") or draft.heads
    draft.symbols_of(features / heads)
    made = f"{draft.use(helper)}({step.py(features)}, {step.py(heads)}{further})"
    seen = f", {memory.name}" if memory else ""
    repeat = _repeated(step)
    if repeat is None:
        return step.line(f"{step.layer(made)}({value.name}{seen})", value.shape)
    blocks = step.layer(f"nn.ModuleList({made} for _ in range({step.py(repeat)}))", _BLOCKS[helper])
    return draft.again(_MADE[helper], blocks, value, seen, step.node)


_BLOCKS = {"TransformerBlock": "blocks", "EncoderBlock": "encoder", "DecoderBlock": "decoder"}
_MADE = {"TransformerBlock": "hidden", "EncoderBlock": "encoded", "DecoderBlock": "decoded"}


def repeats(node: Node) -> str:
    """How many blocks a box stands for, as it is written; empty if it does not say."""
    written = node.op.get("repeat")
    match = None if written else _TIMES.search(" ".join(node.label.split()))
    return written or (match[1] or match[2] if match else "")


def _repeated(step: Step) -> Size | None:
    """How many blocks there are, where it is more than one; few where it is only a letter."""
    written = read_size(repeats(step.node))
    repeat = None if written is None else step.draft.settled(written)
    if repeat is None or repeat == step.unit():
        return None
    step.draft.usual.update(dict.fromkeys(repeat.symbols, _FEW))
    return repeat


STACKS: dict[str, Writer] = {"transformer_block": transformer_block}

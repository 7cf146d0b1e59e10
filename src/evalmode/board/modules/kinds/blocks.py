"""Boxes that stand for several layers: their usual inside."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from evalmode.board.modules.kinds.reshaping import flat
from evalmode.board.modules.values import ModuleError
from evalmode.board.shapes import Size

if TYPE_CHECKING:
    from evalmode.board.modules.draft import Value
    from evalmode.board.modules.step import Step, Writer

__all__ = ["BLOCKS"]

_ACROSS = {"concat", "decoder_stage", "crop", "attention_gate"}
_LEVELS = {"conv_block", "encoder_stage", "residual_block", "bottleneck"}
_MODULES = {"gelu": "nn.GELU()", "silu": "nn.SiLU()", "leaky_relu": "nn.LeakyReLU(0.2)", "tanh": "nn.Tanh()"}


def ffn(step: Step) -> Value:
    """Two linear layers with an activation between them, four times as wide inside unless it says otherwise."""
    value = step.only()
    features = value.shape[-1]
    hidden = step.size("hidden", "d_ff") or step.draft.settled(features) * Size.of(4)
    inside = _MODULES.get(step.param("act", "activation"), "nn.ReLU()")
    layers = (
        f"nn.Linear({step.py(features)}, {step.py(hidden)})",
        inside,
        f"nn.Linear({step.py(hidden)}, {step.py(features)})",
    )
    layer = step.layer(f"nn.Sequential({', '.join(layers)})")
    return step.line(f"{layer}({value.name})", value.shape)


def swiglu(step: Step) -> Value:
    """A gated feed-forward network."""
    value = step.only()
    features = value.shape[-1]
    hidden = step.size("hidden", "d_ff") or step.draft.settled(features) * Size.of(4)
    layer = step.layer(f"{step.draft.use('SwiGLU')}({step.py(features)}, {step.py(hidden)})")
    return step.line(f"{layer}({value.name})", value.shape)


def conv_block(step: Step) -> Value:
    """Two 3×3 convolutions with norm and activation; with pooling where a level of a U-Net is one box."""
    return _pooled(step, _convolved_twice(step, step.only()))


def _convolved_twice(step: Step, value: Value) -> Value:
    channels = step.channels(value)
    out = step.out(channels)
    layer = step.layer(f"{step.draft.use('ConvBlock')}({step.py(channels)}, {step.py(out)})")
    return step.line(f"{layer}({value.name})", (value.shape[0], out, *value.shape[2:]))


def residual_block(step: Step) -> Value:
    """Two convolutions with a shortcut."""
    value = step.only()
    if len(value.shape) != 4:
        return ffn(step)
    channels, out = step.channels(value), step.out(step.channels(value))
    layer = step.layer(f"{step.draft.use('ResidualBlock')}({step.py(channels)}, {step.py(out)})")
    return step.line(f"{layer}({value.name})", (value.shape[0], out, *value.shape[2:]))


def _pooled(step: Step, made: Value) -> Value:
    """What goes on to the next level, half as high and wide, beside what goes across; where no box says it itself."""
    across = [kind for kind in step.into if kind in _ACROSS]
    onward = [kind for kind in step.into if kind not in _ACROSS]
    if step.draft.pools or not across or not onward or not set(onward) <= _LEVELS:
        return made
    layer = step.layer("nn.MaxPool2d(2)", f"{step.base}_pool")
    places = tuple(side / Size.of(2) for side in made.shape[2:])
    pooled = step.draft.line(f"{made.name}_pooled", f"{layer}({made.name})", (*made.shape[:2], *places), step.node)
    return replace(pooled, skip=made)


def decoder_stage(step: Step) -> Value:
    """Up, joined with what comes from the other side, and a convolution block; the block alone where it is joined."""
    parts = tuple(part for value in step.values for part in (value.parts or (value,)))
    parts = tuple({part.name: part for part in parts}.values())
    if len(parts) == 1 and step.first.kind in {"concat", "add"}:
        return _convolved_twice(step, parts[0])
    if len(parts) > 2 or any(len(part.shape) != 4 for part in parts):
        raise ModuleError(f"“{step.label}” takes what comes from below and one skip connection.")
    deep = next((part for part in parts if part.kind in {"decoder_stage", "bottleneck"}), None)
    deep = deep or max(parts, key=lambda part: _depth(part.shape[2]))
    out = step.out(step.channels(deep) / Size.of(2))
    skips = [part for part in parts if part.name != deep.name]
    channels = [step.py(step.channels(deep)), step.py(step.channels(skips[0])) if skips else "0", step.py(out)]
    layer = step.layer(f"{step.draft.use('DecoderStage')}({', '.join(channels)})")
    shape = skips[0].shape if skips else tuple(side * Size.of(2) for side in deep.shape)
    given = ", ".join(part.name for part in (deep, *skips))
    return step.line(f"{layer}({given})", (deep.shape[0], out, *shape[2:]))


def _depth(side: Size) -> int:
    """How often a side has been halved, as far as can be seen."""
    return max((factor.denominator for _, factor in side.terms), default=1)


def bottleneck(step: Step) -> Value:
    """The lowest part of a U-shaped network: a convolution block."""
    return _convolved_twice(step, step.only())


def excitation(step: Step) -> Value:
    """Two linear layers that make a weight for each channel."""
    value = flat(step, step.only())
    features = value.shape[-1]
    inner = step.draft.settled(features) / (step.size("reduction") or Size.of("r"))
    layers = (
        f"nn.Linear({step.py(features)}, {step.py(inner)})",
        "nn.ReLU()",
        f"nn.Linear({step.py(inner)}, {step.py(features)})",
        "nn.Sigmoid()",
    )
    layer = step.layer(f"nn.Sequential({', '.join(layers)})")
    return step.line(f"{layer}({value.name})", value.shape)


def se_block(step: Step) -> Value:
    """Squeeze and excitation: each channel by a weight that all of them decide."""
    value = step.only()
    channels = step.channels(value)
    reduction = step.size("reduction") or Size.of("r")
    step.draft.symbols_of(step.draft.settled(channels) / reduction)
    layer = step.layer(f"{step.draft.use('SqueezeExcitation')}({step.py(channels)}, {step.py(reduction)})")
    return step.line(f"{layer}({value.name})", value.shape)


BLOCKS: dict[str, Writer] = {
    **dict.fromkeys(("ffn", "shared_expert"), ffn),
    "swiglu": swiglu,
    **dict.fromkeys(("conv_block", "encoder_stage"), conv_block),
    "residual_block": residual_block,
    "decoder_stage": decoder_stage,
    "bottleneck": bottleneck,
    "excitation": excitation,
    "se_block": se_block,
}

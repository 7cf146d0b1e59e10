"""The shape functions, one for each kind of operation. A kind that is not here may make any shape."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from evalmode.board.shapes import joining, spatial
from evalmode.board.shapes.algebra import UNKNOWN
from evalmode.board.shapes.axes import image_axes
from evalmode.board.shapes.option import Input, Option, ShapeFunction
from evalmode.board.shapes.sizes import parse_size

if TYPE_CHECKING:
    from evalmode.board.graph import Op
    from evalmode.board.shapes.algebra import Size

__all__ = ["SHAPE_FUNCTIONS", "SINGLE_VALUED", "made_by"]


def keep(op: Op, inputs: tuple[Input, ...]) -> list[Option]:
    """Element by element, or along one axis without changing it."""
    shapes = {one.sizes for one in inputs}
    return [Option(shapes.pop(), f"{title(op)} keeps the shape")] if len(shapes) == 1 else []


def keep_largest(op: Op, inputs: tuple[Input, ...]) -> list[Option]:
    """The shape of the value that is masked or scaled; masks and factors may have fewer axes."""
    sizes = max((one.sizes for one in inputs), key=len)
    return [Option(sizes, f"{title(op)} keeps the shape")]


def keep_sequence(op: Op, inputs: tuple[Input, ...]) -> list[Option]:
    """A block that keeps the shape of a sequence; what a block makes of an image is open."""
    shapes = {one.sizes for one in inputs}
    if len(shapes) != 1 or image_axes(inputs[0].sizes, channels_last=inputs[0].channels_last):
        return []
    return [Option(shapes.pop(), f"{title(op)} keeps the shape")]


def linear(op: Op, inputs: tuple[Input, ...]) -> list[Option]:
    """A linear layer changes the last size; on an image it is a 1×1 convolution."""
    out = parse_size(op.get("out")) if op.get("out") else None
    if not inputs[0].sizes or (len(inputs) > 1 and not (out and _beside(inputs))):
        return []
    one = inputs[0]
    if image_axes(one.sizes, channels_last=one.channels_last):
        return []
    made = Option((*one.sizes[:-1], out or UNKNOWN), f"{title(op)} makes the last size {out}" if out else "")
    return [made]


def _beside(inputs: tuple[Input, ...]) -> bool:
    """Whether values differ in their last size at most, so that a layer may take them put together."""
    return all(len(one.sizes) == 2 for one in inputs) and len({one.sizes[:-1] for one in inputs}) == 1


def rank_of(op: Op, inputs: tuple[Input, ...]) -> list[Option]:
    """The narrow projection of an adapter."""
    out = parse_size(op.get("rank") or op.get("out") or "?")
    if len(inputs) != 1 or not inputs[0].sizes:
        return []
    return [Option((*inputs[0].sizes[:-1], out or UNKNOWN), f"the projection has rank {out}")]


def embedding(op: Op, inputs: tuple[Input, ...]) -> list[Option]:
    """A vector for each token: one more axis."""
    if len(inputs) != 1 or len(inputs[0].sizes) not in {1, 2}:
        return []
    out = parse_size(op.get("out") or op.get("dim") or "?") or UNKNOWN
    return [Option((*inputs[0].sizes, out), "a vector for each token")]


def swapped(op: Op, inputs: tuple[Input, ...]) -> list[Option]:
    """The last two axes change places; where others do, nothing is certain."""
    del op
    if len(inputs) != 1 or len(inputs[0].sizes) != 2:
        return []
    one, two = inputs[0].sizes
    return [Option((two, one), "the axes change places")]


def title(op: Op) -> str:
    """The kind in words."""
    return op.kind.replace("_", " ")


_KEEPING = """value layer_norm rms_norm batch_norm group_norm instance_norm l2_norm norm relu relu6 leaky_relu prelu elu
    gelu silu swish hard_swish hard_sigmoid sigmoid tanh softmax softplus exp log activation one_minus dropout drop_path
    identity copy detach cast rope ffn swiglu se_block expert shared_expert attention_gate output noisy""".split()
SHAPE_FUNCTIONS: dict[str, ShapeFunction] = {
    **dict.fromkeys(_KEEPING, keep),
    "transformer_block": keep_sequence,
    **dict.fromkeys(("mask", "scale"), keep_largest),
    **dict.fromkeys(("add", "subtract", "multiply"), joining.broadcast),
    **dict.fromkeys(
        ("linear", "lm_head", "mlm_head", "head", "projection_head", "router", "frozen_weight", "lora_up"), linear
    ),
    **dict.fromkeys(("embedding", "token_embedding"), embedding),
    **dict.fromkeys(("patchify", "patch_embedding"), spatial.patches),
    **dict.fromkeys(("max_pool", "avg_pool"), spatial.pool),
    "global_avg_pool": spatial.global_pool,
    "conv": spatial.conv,
    "depthwise_conv": spatial.depthwise_conv,
    "conv_transpose": spatial.conv_transpose,
    "conv_block": spatial.conv_block,
    "upsample": spatial.upsample,
    "downsample": spatial.downsample,
    "concat": joining.concat,
    "matmul": joining.matmul,
    "similarity": joining.similarity,
    "attention": joining.attention,
    "mha": joining.mha,
    "lora_down": rank_of,
    "transpose": swapped,
}
SINGLE_VALUED = frozenset(SHAPE_FUNCTIONS) | {"input"}
"""Kinds that make one value, so that all arrows that leave them carry the same shape."""
_ELEMENTWISE = frozenset({"add", "subtract", "multiply"})
_MOST = 8


def made_by(op: Op, inputs: list[list[Input]]) -> list[Option]:
    """All shapes an operation may make, given all that each of its inputs may be; none where nothing is certain."""
    if op.kind in _ELEMENTWISE:
        inputs = _known(inputs)
    if op.kind not in SHAPE_FUNCTIONS or not inputs or not all(inputs):
        return []
    chosen: list[tuple[Input, ...]] = [()]
    for options in inputs:
        chosen = [(*before, option) for before in chosen for option in options]
        if len(chosen) > _MOST:
            return []
    found: dict[tuple[Size, ...], Option] = {}
    for given in chosen:
        for option in _applied(op, given):
            found.setdefault(option.sizes, option)
    return list(found.values()) if len(found) <= _MOST else []


def _known(inputs: list[list[Input]]) -> list[list[Input]]:
    """The inputs of a sum or product that are known: the others have their shape, unless it has axes of one."""
    known = [options for options in inputs if options]
    whole = all(size.number != 1 for options in known for option in options for size in option.sizes)
    return known if whole else inputs


@lru_cache(maxsize=4096)
def _applied(op: Op, given: tuple[Input, ...]) -> tuple[Option, ...]:
    return tuple(SHAPE_FUNCTIONS[op.kind](op, given))

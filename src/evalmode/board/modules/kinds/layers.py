"""Layers with weights, norms, activations and pooling, each as torch has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.board.modules.kinds.arithmetic import in_place, joined
from evalmode.board.modules.kinds.reshaping import merge
from evalmode.board.modules.sizes import ONE, say_shape
from evalmode.board.modules.values import ModuleError
from evalmode.board.shapes import Size

if TYPE_CHECKING:
    from evalmode.board.modules.draft import Shape, Value
    from evalmode.board.modules.step import Step, Writer

__all__ = ["ACTIVATIONS", "LAYERS", "convolved", "linear_of"]

_FUNCTIONS = {
    "relu": "F.relu({})",
    "relu6": "F.relu6({})",
    "leaky_relu": "F.leaky_relu({}, 0.2)",
    "elu": "F.elu({})",
    "gelu": "F.gelu({})",
    "silu": "F.silu({})",
    "hard_swish": "F.hardswish({})",
    "hard_sigmoid": "F.hardsigmoid({})",
    "sigmoid": "torch.sigmoid({})",
    "tanh": "torch.tanh({})",
    "softplus": "F.softplus({})",
    "exp": "torch.exp({})",
    "log": "torch.log({})",
    "activation": "F.relu({})",
}
ACTIVATIONS = frozenset(_FUNCTIONS)


def linear(step: Step) -> Value:
    """A linear layer over the features; heads are put side by side first, as it is drawn."""
    value = _side_by_side(step)
    if len(value.shape) == 4 and step.draft.attends and not step.draft.patches:
        value = merge(step, value)
    if len(value.shape) == 4 and value.shape[2] == value.shape[3] == ONE:
        value = step.draft.line("flat", f"{value.name}.flatten(1)", value.shape[:2], step.node)
    if len(value.shape) == 4:
        return convolved(step, value, kernel=1, stride=ONE)
    return linear_of(step, value, step.out(_linear_default(step, value)))


def _side_by_side(step: Step) -> Value:
    """What comes in; several vectors are one after the other, as in W[h, x]."""
    values = sorted({value.name: value for value in step.values}.values(), key=in_place)
    if len(values) < 2 or len({len(value.shape) for value in values}) > 1 or len(values[0].shape) > 3:
        return step.only()
    return joined(step, tuple(values), "joint")


def _linear_default(step: Step, value: Value) -> Size:
    """Where nothing is written: four times as wide before an activation, and back after one."""
    features = value.shape[-1]
    if step.into and set(step.into) <= (ACTIVATIONS - {"sigmoid", "tanh", "exp"}):
        return features * Size.of(4)
    if value.kind in ACTIVATIONS:
        return step.draft.narrow.get(value.name, features)
    return features


def linear_of(step: Step, value: Value, out: Size) -> Value:
    """A linear layer with so many outputs."""
    features = value.shape[-1]
    bias = ", bias=False" if step.param("bias") == "no" else ""
    layer = step.layer(f"nn.Linear({step.py(features)}, {step.py(out)}{bias})")
    made = step.line(f"{layer}({value.name})", (*value.shape[:-1], out))
    step.draft.narrow[made.name] = features
    return made


def conv(step: Step) -> Value:
    """A convolution that keeps height and width but for its stride, unless it says that it is unpadded."""
    value = step.only()
    kernel = step.whole("kernel", 3)
    return convolved(step, value, kernel=kernel, stride=step.size("stride") or ONE)


def convolved(step: Step, value: Value, *, kernel: int, stride: Size, depthwise: bool = False) -> Value:
    """A convolution of an image, or of a sequence of features."""
    channels = step.channels(value)
    out = step.out(channels)
    dilation = step.whole("dilation", 1)
    padding = _padding(step, kernel, dilation)
    arguments = [step.py(channels), step.py(out), str(kernel)]
    if stride != ONE:
        arguments.append(f"stride={step.py(stride)}")
    if padding:
        arguments.append(f"padding={padding}")
    if dilation != 1:
        arguments.append(f"dilation={dilation}")
    groups = channels if depthwise else step.size("groups")
    if groups is not None and groups != ONE:
        arguments.append(f"groups={step.py(groups)}")
    if step.param("bias") == "no":
        arguments.append("bias=False")
    layer = step.layer(f"nn.Conv{len(value.shape) - 2}d({', '.join(arguments)})")
    reach = dilation * (kernel - 1) + 1
    places = tuple(_after(side, reach, padding, stride) for side in value.shape[2:])
    return step.line(f"{layer}({value.name})", (value.shape[0], out, *places))


def _padding(step: Step, kernel: int, dilation: int) -> int:
    written = step.param("padding")
    if written in {"valid", "unpadded"}:
        return 0
    return step.whole("padding", dilation * (kernel - 1) // 2)


def _after(side: Size, reach: int, padding: int, stride: Size) -> Size:
    """The height or width after a window has gone over it."""
    left = side + Size.of(2 * padding - reach)
    if stride == ONE:
        return left + ONE
    if 2 * padding == reach - 1:
        return side / stride
    return (left / stride).floored() + ONE


def depthwise(step: Step) -> Value:
    """A convolution of each channel by itself."""
    value = step.only()
    return convolved(step, value, kernel=step.whole("kernel", 3), stride=step.size("stride") or ONE, depthwise=True)


def conv_transpose(step: Step) -> Value:
    """A transposed convolution that doubles height and width, and halves the channels unless it says otherwise."""
    value = step.only()
    channels, stride = step.channels(value), step.whole("stride", step.whole("factor", 2))
    out = step.out(channels / Size.of(2))
    kernel = step.whole("kernel", stride)
    padding = max(0, (kernel - stride + 1) // 2)
    further = f", padding={padding}" if padding else ""
    further += f", output_padding={stride - kernel + 2 * padding}" if stride - kernel + 2 * padding else ""
    made = f"nn.ConvTranspose2d({step.py(channels)}, {step.py(out)}, {kernel}, stride={stride}{further})"
    places = tuple(side * Size.of(stride) for side in value.shape[2:])
    return step.line(f"{step.layer(made)}({value.name})", (value.shape[0], out, *places))


def upsample(step: Step) -> Value:
    """Larger by a factor; where the drawing says that the channels change, a transposed convolution does both."""
    value = step.only()
    channels, factor = step.channels(value), step.whole("factor", 2)
    out = step.size("out") or step.features or channels
    if step.draft.settled(out) != step.draft.settled(channels) and _differ(out, channels):
        return conv_transpose(step)
    mode = "bilinear" if step.param("method") == "bilinear" else "nearest"
    layer = step.layer(f'nn.Upsample(scale_factor={factor}, mode="{mode}")')
    places = tuple(side * Size.of(factor) for side in value.shape[2:])
    return step.line(f"{layer}({value.name})", (value.shape[0], channels, *places))


def _differ(out: Size, channels: Size) -> bool:
    """Whether two sizes are certainly different: C and 2C are, C and 64 need not be."""
    return out.symbols == channels.symbols


def norm(step: Step) -> Value:
    """A norm over the features; over the batch where images come."""
    value = step.only()
    kind = step.node.op.kind
    features = value.shape[1] if len(value.shape) == 4 else value.shape[-1]
    if kind == "norm":
        kind = "batch_norm" if len(value.shape) == 4 else "layer_norm"
    if kind in {"layer_norm", "rms_norm"} and len(value.shape) == 4:
        made = f"nn.GroupNorm(1, {step.py(features)})"  # over channels and places, as layer norm of an image is
    else:
        made = {
            "layer_norm": "nn.LayerNorm({})",
            "rms_norm": "nn.RMSNorm({})",
            "batch_norm": f"nn.BatchNorm{max(1, len(value.shape) - 2)}d({{}})",
            "group_norm": f"nn.GroupNorm({step.whole('groups', 1)}, {{}})",
            "instance_norm": "nn.InstanceNorm2d({}, affine=True)",
        }[kind].format(step.py(features))
    return step.line(f"{step.layer(made)}({value.name})", value.shape)


def l2_norm(step: Step) -> Value:
    """Vectors of length one."""
    value = step.only()
    return step.line(f"F.normalize({value.name}, dim=-1)", value.shape)


def activation(step: Step) -> Value:
    """A function of each number."""
    value = step.only()
    made = step.line(_FUNCTIONS[step.node.op.kind].format(value.name), value.shape)
    if value.name in step.draft.narrow:
        step.draft.narrow[made.name] = step.draft.narrow[value.name]
    return made


def prelu(step: Step) -> Value:
    """ReLU with a learned slope."""
    value = step.only()
    return step.line(f"{step.layer('nn.PReLU()')}({value.name})", value.shape)


def softmax(step: Step) -> Value:
    """Weights that sum to one: over the last axis, or over the channels of an image."""
    value = step.only()
    heads = step.draft.attends or len(value.shape) != 4
    return step.line(f"F.softmax({value.name}, dim={-1 if heads else 1})", value.shape)


def dropout(step: Step) -> Value:
    """Dropout; it does nothing while the module is only evaluated."""
    value = step.only()
    layer = step.layer(f"nn.Dropout({_probability(step.param('probability'))})")
    return step.line(f"{layer}({value.name})", value.shape)


def _probability(text: str) -> str:
    try:
        found = float(text.rstrip(" %")) / (100 if text.endswith("%") else 1)
    except ValueError:
        return "0.1"
    return f"{found:g}" if 0 <= found < 1 else "0.1"


def pool(step: Step) -> Value:
    """The largest, or the mean, of each window; windows that do not overlap unless it says so."""
    value = step.only()
    kernel = step.whole("kernel", step.whole("factor", 2))
    stride = step.size("stride") or (Size.of(2) if kernel == 3 else Size.of(kernel))
    padding = step.whole("padding", (kernel - 1) // 2 if kernel != 2 and kernel % 2 else 0)
    step.channels(value)
    name = f"{'Max' if step.node.op.kind == 'max_pool' else 'Avg'}Pool{len(value.shape) - 2}d"
    further = "" if stride == Size.of(kernel) else f", stride={step.py(stride)}"
    layer = step.layer(f"nn.{name}({kernel}{further}{f', padding={padding}' if padding else ''})")
    places = tuple(_after(side, kernel, padding, stride) for side in value.shape[2:])
    return step.line(f"{layer}({value.name})", (*value.shape[:2], *places))


def downsample(step: Step) -> Value:
    """Half as high and wide, by a convolution."""
    value = step.only()
    stride = step.size("stride") or step.size("factor") or Size.of(2)
    return convolved(step, value, kernel=step.whole("kernel", 3), stride=stride)


def embedding(step: Step) -> Value:
    """A vector for each whole number."""
    value = step.only()
    rows = step.size("in", "rows") or Size.of("V")
    out = step.out(Size.of("d"))
    step.draft.below.setdefault(value.name, rows)
    step.draft.embedded.add(value.name)
    layer = step.layer(f"nn.Embedding({step.py(rows)}, {step.py(out)})")
    return step.line(f"{layer}({value.name})", (*value.shape, out))


def need_rank(step: Step, value: Value, rank: int, shape: str) -> Shape:
    """The shape of a value that must have so many axes.

    Raises:
        ModuleError: It has not.
    """
    if len(value.shape) != rank:
        raise ModuleError(f"“{step.label}” needs {shape}, and {say_shape(value.shape)} comes to it.")
    return value.shape


LAYERS: dict[str, Writer] = {
    **dict.fromkeys(
        ("linear", "frozen_weight", "head", "lm_head", "projection_head", "router", "mu", "logvar"), linear
    ),
    **dict.fromkeys(("layer_norm", "rms_norm", "batch_norm", "group_norm", "instance_norm", "norm"), norm),
    **dict.fromkeys(_FUNCTIONS, activation),
    **dict.fromkeys(("dropout", "drop_path"), dropout),
    **dict.fromkeys(("max_pool", "avg_pool"), pool),
    **dict.fromkeys(("embedding", "token_embedding"), embedding),
    "conv": conv,
    "depthwise_conv": depthwise,
    "conv_transpose": conv_transpose,
    "upsample": upsample,
    "downsample": downsample,
    "l2_norm": l2_norm,
    "prelu": prelu,
    "softmax": softmax,
}

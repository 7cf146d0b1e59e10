"""How people write what a reference says: one writer keeps to one manner, more or less."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

    from evalmode.board.drawing import Drawing

__all__ = ["choose", "respell", "respell_shape"]

# What a reference says → how a paper, a textbook, PyTorch and somebody in a hurry say it. \1, \2 … are its groups.
_SPELLINGS: list[tuple[str, list[str]]] = [
    (r"LayerNorm", ["LayerNorm", "Layer Normalization", "nn.LayerNorm(d)", "LN"]),
    (r"RMSNorm", ["RMSNorm", "RMS Norm", "nn.RMSNorm(d)", "RMSNorm"]),
    (r"MHA(?: h)?", ["Multi-Head\nAttention", "Multi-head self-attention", "nn.MultiheadAttention(d, h)", "MHA (h)"]),
    (r"FFN", ["Feed\nForward", "Position-wise feed-forward network", "MLP", "FFN"]),
    (r"SwiGLU", ["SwiGLU", "SwiGLU FFN", "SwiGLU MLP", "SwiGLU"]),
    (r"BN", ["Batch Norm", "Batch normalization", "nn.BatchNorm2d", "BN"]),
    (
        r"Conv (\d)x\1, (\w+), stride=1",
        [r"\1×\1 conv, \2", r"Conv \1×\1 (\2 filters)", r"Conv2d(\2, k=\1)", r"\1x\1, \2"],
    ),
    (
        r"Conv (\d)x\1, (\w+), stride=2",
        [r"\1×\1 conv, \2, /2", r"Conv \1×\1, \2, stride 2", r"Conv2d(\2, k=\1, s=2)", r"\1x\1, \2, s2"],
    ),
    (r"Conv 1x1", ["1×1 conv", "1×1 convolution", "nn.Conv2d(C, K, 1)", "Conv 1x1"]),
    (r"Conv Block, (\w+)", [r"2 × (Conv 3×3, ReLU), \1", r"Double Conv (\1)", r"DoubleConv(\1)", r"conv block \1"]),
    (r"Encoder Stage, (\w+)", [r"Encoder stage, \1", r"Encoder stage (\1)", r"EncoderStage(\1)", r"enc stage \1"]),
    (r"Decoder Stage, (\w+)", [r"Decoder stage, \1", r"Decoder stage (\1)", r"DecoderStage(\1)", r"dec stage \1"]),
    (r"MaxPool", ["Max pool 2×2", "2×2 max pooling", "nn.MaxPool2d(2)", "maxpool"]),
    (r"Upsample", ["Up-conv 2×2", "Upsampling ×2", "nn.Upsample(scale_factor=2)", "upsample"]),
    (r"Concat", ["Concat", "Concatenate", "torch.cat", "concat"]),
    (r"Softmax", ["Softmax", "softmax", "F.softmax", "softmax"]),
    (r"ReLU", ["ReLU", "ReLU", "nn.ReLU()", "relu"]),
    (r"tanh", ["tanh", "Tanh", "torch.tanh", "tanh"]),
    (r"([fio]) = σ", [r"σ(W_\1 [h, x] + b_\1)", r"\1 = σ", r"\1 = sigmoid(W_\1 [h, x])", r"σ \1"]),
    (r"g = tanh", ["tanh(W_g [h, x] + b_g)", "g = tanh", "g = tanh(W_g [h, x])", "tanh g"]),
    (r"\+", ["⊕", "+", "Add", "+"]),
    (r"\*", ["⊙", "×", "*", "⊗"]),
    (r"1-", ["1 − ·", "1-", "1 - x", "1-"]),
    (r"Linear(?: (\w+))?", [r"Linear \1", r"Dense \1", r"nn.Linear(\1)", r"FC \1"]),
    (r"x", ["x", "Input x", "x", "x"]),
    (r"out", ["Output", "output", "out", "y"]),
    (r"h", ["h_{t−1}", "h_{t-1}", "h_prev", "h_{t-1}"]),
    (r"c", ["c_{t−1}", "c_{t-1}", "c_prev", "c_{t-1}"]),
]  # fmt: skip
_MANNERS = 4
_CHANGE_OF_MANNER = 0.15


def choose(drawing: Drawing, random: Random) -> Drawing:
    """A reference without its patterns: one of its alternatives each, and optional steps drawn or left out.

    One drawing keeps to one choice: it has LayerNorm everywhere, or RMSNorm, whatever the sizes beside it.
    """
    taken: dict[str, int] = {}
    made: dict[str, str] = {}
    for box in drawing.boxes:
        for line in box.label.split("\n"):
            if " | " in line:
                place = taken.setdefault(re.sub(r", \d*\w+", "", line), random.randrange(2))
                made[line] = line.split(" | ")[place]
    drawing = replace(
        drawing,
        boxes=tuple(
            replace(box, label="\n".join(made.get(line, line) for line in box.label.split("\n")))
            for box in drawing.boxes
        ),
    )
    for box in drawing.boxes:
        if box.label.endswith("?") and random.random() < 0.5:
            drawing = _without(drawing, box.id)
    return replace(drawing, boxes=tuple(replace(box, label=box.label.removesuffix("?")) for box in drawing.boxes))


def _without(drawing: Drawing, box: str) -> Drawing:
    """A drawing without a step of one input: what came to it goes on to where it led."""
    (into,) = [arrow for arrow in drawing.arrows if arrow.target == box]
    arrows = [
        replace(arrow, source=into.source, label=arrow.label or into.label) if arrow.source == box else arrow
        for arrow in drawing.arrows
        if arrow is not into
    ]
    return replace(drawing, boxes=tuple(one for one in drawing.boxes if one.id != box), arrows=tuple(arrows))


def respell(label: str, random: Random, manner: int) -> str:
    """A label as somebody else would write it; as it is where nothing is known about it."""
    if random.random() < _CHANGE_OF_MANNER:
        manner = random.randrange(_MANNERS)
    head, _, tail = label.partition("\n")
    for pattern, ways in _SPELLINGS:
        match = re.fullmatch(pattern, head)
        if match:
            head = match.expand(ways[manner % len(ways)]).replace("()", "").strip()
            break
    return f"{head}\n{tail}" if tail else head


def respell_shape(shape: str, manner: int) -> str:
    """A shape in another notation."""
    inner = shape.strip("()[]")
    if "," not in inner:
        return shape
    sizes = [size.strip() for size in inner.split(",")]
    match manner % 4:
        case 0:
            return f"({', '.join(sizes)})"
        case 1:
            return f"[{', '.join(sizes)}]"
        case 2:
            return f"({','.join(sizes)})"
        case _:
            return " × ".join(sizes)

"""What parts are called in sentences, and what they are there for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evalmode.board.matching.plan import Part

__all__ = ["Speech"]

_TITLES = {
    "add": "the addition (+)",
    "multiply": "the product (⊙)",
    "concat": "the concatenation",
    "matmul": "the matrix product",
    "subtract": "the difference",
    "scale": "the scaling",
    "softmax": "the softmax",
    "mask": "the mask",
    "layer_norm": "the layer norm",
    "rms_norm": "the RMS norm",
    "batch_norm": "the batch norm",
    "group_norm": "the group norm",
    "relu": "the ReLU",
    "gelu": "the GELU",
    "silu": "the SiLU",
    "sigmoid": "the sigmoid",
    "tanh": "the tanh",
    "activation": "the activation",
    "linear": "the linear layer",
    "conv": "the convolution",
    "conv_block": "the block of convolutions",
    "depthwise_conv": "the depthwise convolution",
    "upsample": "the upsampling",
    "downsample": "the downsampling",
    "max_pool": "the pooling",
    "avg_pool": "the pooling",
    "global_avg_pool": "the global average pooling",
    "mha": "the multi-head attention",
    "attention": "the scaled dot-product attention",
    "ffn": "the feed-forward network",
    "swiglu": "the SwiGLU",
    "encoder_stage": "the encoder stage",
    "decoder_stage": "the decoder stage",
    "bottleneck": "the bottleneck",
    "one_minus": "the 1 − ·",
    "se_block": "the squeeze-and-excitation",
    "input": "the input",
    "head": "the head",
    "detach": "the detach",
}

_NAMED = {
    ("sigmoid", "f"): "the forget gate",
    ("sigmoid", "i"): "the input gate",
    ("sigmoid", "o"): "the output gate",
    ("sigmoid", "z"): "the update gate",
    ("sigmoid", "r"): "the reset gate",
    ("tanh", "g"): "the candidate (tanh)",
}

_WHYS = {
    "add": "The sum gives values and gradients a short way around the layers between.",
    "multiply": "The product lets one value decide how much of the other passes.",
    "concat": "The concatenation keeps both values whole; what follows decides what to take from each.",
    "matmul": "Products of queries with keys are what attention compares positions by.",
    "scale": "Without it the products grow with the width, the softmax saturates, and its gradient vanishes.",
    "softmax": "It turns scores into weights that are positive and sum to one.",
    "mask": "Without it a position sees what it is to predict.",
    "layer_norm": "Normalised inputs keep the scale of activations, and so of gradients, alike in every layer.",
    "batch_norm": "Normalised activations keep training stable at high learning rates.",
    "relu": "Without a non-linearity two layers are no more than one linear map.",
    "gelu": "Without a non-linearity two layers are no more than one linear map.",
    "silu": "Without a non-linearity two layers are no more than one linear map.",
    "activation": "Without a non-linearity two layers are no more than one linear map.",
    "sigmoid": "Values between 0 and 1 open and close a path.",
    "tanh": "It keeps values between −1 and 1.",
    "linear": "Here the weights are that are learned.",
    "conv": "Here the weights are that are learned, and the channels change.",
    "upsample": "The resolution lost on the way down must come back before it can be compared with the encoder's.",
    "max_pool": "Halving the resolution widens what each further convolution sees.",
    "downsample": "Halving the resolution widens what each further convolution sees.",
    "mha": "Only attention moves information between positions.",
    "ffn": "It works on each position alone, and holds most of the block's weights.",
    "one_minus": "The two gates are tied: what is not kept is written.",
}

_KIND_WHYS = {
    "wrong-direction": "An arrow says where a value comes from and where it is used.",
    "wrong-shape": "A shape that does not follow from the operations before it cannot be computed.",
    "wrong-order": "Operations do not commute: the order decides what each one sees.",
}


@dataclass(frozen=True)
class Speech:
    """How to speak about an architecture's parts.

    Args:
        whys: The architecture's own reasons: kind of operation, role or ``finding:kind`` → one sentence.
    """

    whys: Mapping[str, str]

    def wanted(self, part: Part) -> str:
        """A reference's part."""
        kinds = [_named(kind, part.names) for kind in part.kinds[:3]]
        name = kinds[0]
        if len(kinds) > 1:
            name += " (or " + " or ".join(kind.removeprefix("the ") for kind in kinds[1:]) + ")"
        return name + _size(part)

    def given(self, part: Part) -> str:
        """A candidate's part, in the candidate's own words."""
        words = " ".join(part.label.split())
        if not words or part.kind in ("input", "add", "multiply"):
            return f"“{words}”" if words and part.kind == "input" else _named(part.kind, part.names)
        return f"“{words if len(words) <= 40 else words[:39] + '…'}”"

    def why(self, finding: str, part: Part | None) -> str:
        """What the part is there for, or why the finding matters."""
        names = [*_roles(part), *part.names, *part.kinds] if part else []
        for key in [f"{finding}:{name}" for name in names] + [finding, *names]:
            if key in self.whys:
                return self.whys[key]
        if finding in _KIND_WHYS:
            return _KIND_WHYS[finding]
        return next((_WHYS[name] for name in names if name in _WHYS), "")


def _roles(part: Part) -> list[str]:
    """What an author may call it when giving reasons."""
    if part.kind == "sigmoid" and part.names:
        return ["gate"]
    return ["candidate"] if part.kind == "tanh" and part.names else []


def _named(kind: str, names: tuple[str, ...]) -> str:
    for name in names:
        if (kind, name) in _NAMED:
            return _NAMED[kind, name]
    return _TITLES.get(kind) or "the " + kind.replace("_", " ")


def _size(part: Part) -> str:
    kernel = dict(part.params).get("kernel", "")
    return f" {kernel}×{kernel}" if kernel.isdigit() and part.kind == "conv" else ""

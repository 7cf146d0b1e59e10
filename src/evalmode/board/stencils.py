"""Pieces that can be put on a canvas: a box for every usual operation, coloured by kind, and the marks and arrows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from evalmode.board.drawing import Arrow, Box, Drawing
from evalmode.board.layout import PALETTE, lay_out, to_scene

__all__ = ["Stencil", "stencils"]

_BOXES: dict[str, tuple[str, ...]] = {
    "data": ("x", "tokens", "image", "noise z", "target"),
    "linear": ("Linear", "Linear d → 4d", "Embedding"),
    "convolution": ("Conv 3×3", "Conv 1×1", "Conv 3×3, stride 2", "Transposed conv 2×2"),
    "norm": ("LayerNorm", "RMSNorm", "BatchNorm"),
    "activation": ("ReLU", "GELU", "SiLU", "Sigmoid σ", "tanh", "Softmax"),
    "attention": (
        "Multi-head attention",
        "Masked multi-head attention",
        "Cross-attention",
        "MatMul",
        "Scale 1/√d_k",
        "Mask",
    ),
    "ffn": ("FFN", "MLP"),
    "pooling": ("Max pool 2×2", "Avg pool", "Global average pool", "Upsample ×2"),
    "arithmetic": ("+", "×", "⊙", "1 −", "concat"),
    "shape": ("Split heads", "Merge heads", "Reshape", "Flatten"),
    "loss": ("Cross-entropy", "MSE", "KL", "BCE"),
    "regularisation": ("Dropout", "detach"),
}
_SIGNS = {"+", "×", "⊙"}


@dataclass(frozen=True, slots=True)
class Stencil:
    """A piece for a canvas.

    Args:
        title: What is written on it.
        category: The kind of operation it belongs to.
        colour: The fill of that kind; empty for none.
        elements: Excalidraw elements, near the origin.
    """

    title: str
    category: str
    colour: str
    elements: tuple[dict[str, Any], ...]


@cache
def stencils() -> tuple[Stencil, ...]:
    """All pieces, by kind of operation; at the end an arrow with a shape, and a skip connection."""
    boxes = [
        Stencil(title, category, PALETTE.get(category, ""), _elements(_box(title, category)))
        for category, titles in _BOXES.items()
        for title in titles
    ]
    return (*boxes, *_arrows())


def _box(title: str, category: str) -> Drawing:
    box = Box("box", title, colour=PALETTE.get(category, ""))
    return Drawing(boxes=(replace(box, form="ellipse") if title in _SIGNS else box,))


def _arrows() -> tuple[Stencil, Stencil]:
    ends = (Box("a", ""), Box("b", ""))
    plain = Drawing(boxes=ends, arrows=(Arrow("arrow", "a", "b", "(B, T, d)"),), flow="down")
    skip = Drawing(boxes=ends, arrows=(Arrow("arrow", "a", "b", "+", curved=True),), flow="down")
    return tuple(
        Stencil(title, "arrow", "", _arrow(drawing))
        for title, drawing in (("Arrow with a shape", plain), ("Skip connection", skip))
    )  # type: ignore[return-value]  # two of them, as written


def _elements(drawing: Drawing) -> tuple[dict[str, Any], ...]:
    return tuple(to_scene(lay_out(drawing))["elements"])


def _arrow(drawing: Drawing) -> tuple[dict[str, Any], ...]:
    """Only the arrow and its label, bound to nothing."""
    elements = []
    for element in _elements(drawing):
        if element["type"] == "arrow":
            elements.append(element | {"startBinding": None, "endBinding": None})
        elif element.get("containerId") == "arrow":
            elements.append(element)
    return tuple(elements)

"""torch's own max pooling behind the same interface."""

from __future__ import annotations

from torch import Tensor
from torch.nn import functional


def max_pool2d(x: Tensor, k: int, stride: int | None = None, padding: int = 0) -> Tensor:
    """Call torch's function."""
    return functional.max_pool2d(x, k, stride, padding)

"""Max pooling of images."""

from __future__ import annotations

import torch
from torch import Tensor


def max_pool2d(x: Tensor, k: int, stride: int | None = None, padding: int = 0) -> Tensor:
    """Take the maximum of each window.

    Args:
        x: (B, C, H, W).
        k: Side of the window.
        stride: Step between windows; k if None.
        padding: Rows and columns added on each side, which never count.

    Returns:
        (B, C, H', W').
    """
    raise NotImplementedError

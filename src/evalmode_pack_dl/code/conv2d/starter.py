"""Two-dimensional convolution."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812


def conv2d(
    x: Tensor,
    w: Tensor,
    b: Tensor | None = None,
    stride: int = 1,
    padding: int = 0,
    dilation: int = 1,
    groups: int = 1,
) -> Tensor:
    """Cross-correlate images with kernels.

    Args:
        x: (B, C, H, W).
        w: (O, C // groups, kh, kw).
        b: (O,) or None.
        stride: Distance between neighbouring output positions, in pixels.
        padding: Zeros on each of the four sides.
        dilation: Distance between neighbouring kernel positions, in pixels.
        groups: Number of blocks of channels that do not mix.

    Returns:
        (B, O, H', W').
    """
    raise NotImplementedError

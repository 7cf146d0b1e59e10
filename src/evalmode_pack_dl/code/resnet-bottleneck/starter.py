"""The ResNet bottleneck block."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class Bottleneck(nn.Module):
    """1x1, 3x3 and 1x1 convolution with a shortcut around them.

    Args:
        c_in: Channels of the input.
        c_mid: Channels in the middle; the output has four times as many.
        stride: Stride of the 3x3 convolution and of the shortcut.
    """

    def __init__(self, c_in: int, c_mid: int, stride: int = 1) -> None:
        super().__init__()
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        """Map (B, c_in, H, W) to (B, 4 * c_mid, ceil(H / stride), ceil(W / stride))."""
        raise NotImplementedError

"""The ResNet bottleneck block."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class Bottleneck(nn.Module):
    """1x1, 3x3 and 1x1 convolution with a shortcut around them."""

    expansion = 4

    def __init__(self, c_in: int, c_mid: int, stride: int = 1) -> None:
        super().__init__()
        c_out = self.expansion * c_mid
        self.conv1 = nn.Conv2d(c_in, c_mid, kernel_size=1, bias=False)  # the norm behind it has a shift of its own
        self.bn1 = nn.BatchNorm2d(c_mid)
        self.conv2 = nn.Conv2d(c_mid, c_mid, kernel_size=3, stride=stride, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(c_mid)
        self.conv3 = nn.Conv2d(c_mid, c_out, kernel_size=1, bias=False)
        self.bn3 = nn.BatchNorm2d(c_out)
        self.downsample: nn.Sequential | None = None
        if stride != 1 or c_in != c_out:  # the input does not have the output's shape
            projection = nn.Conv2d(c_in, c_out, kernel_size=1, stride=stride, bias=False)
            self.downsample = nn.Sequential(projection, nn.BatchNorm2d(c_out))

    def forward(self, x: Tensor) -> Tensor:
        """Map (B, c_in, H, W) to (B, 4 * c_mid, ceil(H / stride), ceil(W / stride))."""
        shortcut = x if self.downsample is None else self.downsample(x)  # (B, 4 c_mid, H', W')
        y = torch.relu(self.bn1(self.conv1(x)))  # (B, c_mid, H, W)
        y = torch.relu(self.bn2(self.conv2(y)))  # (B, c_mid, H', W')
        y = self.bn3(self.conv3(y))  # (B, 4 c_mid, H', W')
        return torch.relu(y + shortcut)

"""Loops over the three stages, computes the 1x1 convolutions with einsum and strides the shortcut by slicing."""

import torch
from torch import nn


class Bottleneck(nn.Module):
    def __init__(self, c_in, c_mid, stride=1):
        super().__init__()
        self.stride = stride
        widths = [c_in, c_mid, c_mid, 4 * c_mid]
        for n, size in enumerate((1, 3, 1)):
            step, pad = (stride, 1) if size == 3 else (1, 0)
            layer = nn.Conv2d(widths[n], widths[n + 1], size, step, pad, bias=False)
            setattr(self, f"conv{n + 1}", layer)
            setattr(self, f"bn{n + 1}", nn.BatchNorm2d(widths[n + 1]))
        self.downsample = None
        if (c_in, stride) != (4 * c_mid, 1):
            layer = nn.Conv2d(c_in, 4 * c_mid, 1, stride, bias=False)
            self.downsample = nn.Sequential(layer, nn.BatchNorm2d(4 * c_mid))

    @staticmethod
    def pointwise(layer, x):
        return torch.einsum("bchw,oc->bohw", x, layer.weight[:, :, 0, 0])

    def forward(self, x):
        y = self.bn1(self.pointwise(self.conv1, x)).clamp(min=0)
        y = self.bn2(self.conv2(y)).clamp(min=0)
        y = self.bn3(self.pointwise(self.conv3, y))
        if self.downsample is not None:
            layer, norm = self.downsample
            x = norm(self.pointwise(layer, x[:, :, :: self.stride, :: self.stride]))
        return (x + y).clamp(min=0)

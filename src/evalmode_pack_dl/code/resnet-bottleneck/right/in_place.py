"""Follows torchvision: in-place ReLUs on tensors of its own, and the addition in place."""

import torch.nn as nn


def conv(c_in, c_out, size, stride=1):
    return nn.Conv2d(c_in, c_out, size, stride, padding=size // 2, bias=False)


class Bottleneck(nn.Module):
    def __init__(self, c_in, c_mid, stride=1):
        super().__init__()
        c_out = c_mid * 4
        self.conv1, self.bn1 = conv(c_in, c_mid, 1), nn.BatchNorm2d(c_mid)
        self.conv2, self.bn2 = conv(c_mid, c_mid, 3, stride), nn.BatchNorm2d(c_mid)
        self.conv3, self.bn3 = conv(c_mid, c_out, 1), nn.BatchNorm2d(c_out)
        self.relu = nn.ReLU(inplace=True)
        fits = stride == 1 and c_in == c_out
        self.downsample = None if fits else nn.Sequential(conv(c_in, c_out, 1, stride), nn.BatchNorm2d(c_out))
        nn.init.zeros_(self.bn3.weight)

    def forward(self, x):
        identity = x
        out = self.relu(self.bn1(self.conv1(x)))
        out = self.relu(self.bn2(self.conv2(out)))
        out = self.bn3(self.conv3(out))
        if self.downsample is not None:
            identity = self.downsample(x)
        out += identity
        return self.relu(out)

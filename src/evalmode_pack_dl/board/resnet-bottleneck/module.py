"""Bottleneck blocks in plain torch, written from the papers, for comparison with the drawings."""

import torch
from torch import nn


def _conv(channels: int, out: int, kernel: int, stride: int = 1, groups: int = 1) -> nn.Conv2d:
    return nn.Conv2d(channels, out, kernel, stride=stride, padding=kernel // 2, groups=groups)


class IdentityBottleneck(nn.Module):
    """Narrow, convolve, widen; what comes in is added before the last ReLU."""

    def __init__(self, C: int = 4, expansion: int = 4, groups: int = 1) -> None:
        super().__init__()
        self.residual = nn.Sequential(
            _conv(expansion * C, C, 1),
            nn.BatchNorm2d(C),
            nn.ReLU(),
            _conv(C, C, 3, groups=groups),
            nn.BatchNorm2d(C),
            nn.ReLU(),
            _conv(C, expansion * C, 1),
            nn.BatchNorm2d(expansion * C),
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return torch.relu(x + self.residual(x))


class ResNeXtBottleneck(IdentityBottleneck):
    """The 3×3 convolution in groups, and half as narrow."""

    def __init__(self, C: int = 4, g: int = 2) -> None:
        super().__init__(C, 2, g)


class SqueezeExcitationBottleneck(IdentityBottleneck):
    """Each channel of the residual is weighted before it is added."""

    def __init__(self, C: int = 4, r: int = 2) -> None:
        super().__init__(C)
        self.squeeze = nn.AdaptiveAvgPool2d(1)
        self.excite = nn.Sequential(nn.Linear(4 * C, 4 * C // r), nn.ReLU(), nn.Linear(4 * C // r, 4 * C), nn.Sigmoid())

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        residual = self.residual(x)
        weights = self.excite(self.squeeze(residual).flatten(1))
        return torch.relu(torch.einsum("bchw,bc->bchw", residual, weights) + x)


class ProjectionBottleneck(nn.Module):
    """A shortcut with a convolution, where channels or resolution change."""

    def __init__(self, N: int = 8, C: int = 4, strides: tuple[int, int] = (1, 2)) -> None:
        super().__init__()
        first, second = strides
        # The shortcut's convolution and the first one of the residual stand side by side, as they are drawn.
        self.shortcut = nn.ModuleList([_conv(N, 4 * C, 1, first * second), nn.BatchNorm2d(4 * C)])
        self.reduce = nn.ModuleList([_conv(N, C, 1, first), nn.BatchNorm2d(C)])
        self.convolve = nn.ModuleList([_conv(C, C, 3, second), nn.BatchNorm2d(C)])
        self.expand = nn.ModuleList([_conv(C, 4 * C, 1), nn.BatchNorm2d(4 * C)])

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        def through(part: nn.ModuleList, value: torch.Tensor) -> torch.Tensor:
            conv, norm = part
            return norm(conv(value))

        narrow = torch.relu(through(self.reduce, x))
        middle = torch.relu(through(self.convolve, narrow))
        return torch.relu(through(self.expand, middle) + through(self.shortcut, x))


class StrideFirstBottleneck(ProjectionBottleneck):
    """As in the first paper: the first 1×1 convolution has the stride."""

    def __init__(self, N: int = 8, C: int = 4) -> None:
        super().__init__(N, C, (2, 1))


class UnstridedProjectionBottleneck(ProjectionBottleneck):
    """A projection for the channels alone."""

    def __init__(self, N: int = 8, C: int = 4) -> None:
        super().__init__(N, C, (1, 1))


class PooledProjectionBottleneck(ProjectionBottleneck):
    """The shortcut is pooled before it is projected, so that no value is passed over (ResNet-D)."""

    def __init__(self, N: int = 8, C: int = 4) -> None:
        super().__init__(N, C)
        self.shortcut[0] = nn.Sequential(nn.AvgPool2d(2), _conv(N, 4 * C, 1))


class PreActivationBottleneck(nn.Module):
    """Norm and ReLU before each convolution; nothing after the sum."""

    def __init__(self, C: int = 4) -> None:
        super().__init__()
        widths = (4 * C, C, C, 4 * C)
        self.residual = nn.Sequential()
        for (channels, out), kernel in zip(zip(widths, widths[1:], strict=False), (1, 3, 1), strict=True):
            self.residual += nn.Sequential(nn.BatchNorm2d(channels), nn.ReLU(), _conv(channels, out, kernel))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + self.residual(x)


class PreActivationProjectionBottleneck(nn.Module):
    """The shortcut begins after the first norm and ReLU."""

    def __init__(self, N: int = 8, C: int = 4) -> None:
        super().__init__()
        self.first = nn.BatchNorm2d(N)
        self.shortcut = _conv(N, 4 * C, 1, 2)
        self.residual = nn.Sequential(
            _conv(N, C, 1),
            nn.BatchNorm2d(C),
            nn.ReLU(),
            _conv(C, C, 3, 2),
            nn.BatchNorm2d(C),
            nn.ReLU(),
            _conv(C, 4 * C, 1),
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        active = torch.relu(self.first(x))
        return self.shortcut(active) + self.residual(active)

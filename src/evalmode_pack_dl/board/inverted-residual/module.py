"""Inverted residuals in plain torch, written from the paper, for comparison with the drawings."""

import torch
from torch import nn


def _conv(channels: int, out: int, kernel: int = 1, stride: int = 1, groups: int = 1) -> nn.Sequential:
    layer = nn.Conv2d(channels, out, kernel, stride=stride, padding=kernel // 2, groups=groups)
    return nn.Sequential(layer, nn.BatchNorm2d(out))


class _Block(nn.Module):
    """Expand, convolve each channel by itself, project without an activation."""

    def __init__(self, C: int, out: int, t: int, stride: int) -> None:
        super().__init__()
        self.expand = _conv(C, t * C)
        self.convolve = _conv(t * C, t * C, 3, stride, t * C)
        self.excite: nn.Module = nn.Identity()
        self.project = _conv(t * C, out)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        wide = nn.functional.relu6(self.expand(x))
        return self.project(self.excite(nn.functional.relu6(self.convolve(wide))))


class InvertedResidual(_Block):
    """The narrow input is added to the narrow output."""

    def __init__(self, C: int = 4, t: int = 3) -> None:
        super().__init__(C, C, t, 1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + super().forward(x)


class StridedInvertedResidual(_Block):
    """Half the resolution, other channels, no sum."""

    def __init__(self, C: int = 4, N: int = 6, t: int = 3) -> None:
        super().__init__(C, N, t, 2)


class _Excitation(nn.Module):
    def __init__(self, channels: int, r: int) -> None:
        super().__init__()
        narrow, wide = nn.Linear(channels, channels // r), nn.Linear(channels // r, channels)
        self.shares = nn.Sequential(narrow, nn.ReLU(), wide, nn.Sigmoid())

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return torch.einsum("bchw,bc->bchw", x, self.shares(x.mean(dim=(2, 3))))


class ExcitedInvertedResidual(InvertedResidual):
    """The wide channels are weighed before they are projected."""

    def __init__(self, C: int = 4, t: int = 3, r: int = 4) -> None:
        super().__init__(C, t)
        self.excite = _Excitation(t * C, r)

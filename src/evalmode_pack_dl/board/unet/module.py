"""U-Nets of any depth in plain torch, for comparison with the drawings."""

import torch
from torch import nn


def _block(channels: int, out: int) -> nn.Sequential:
    layers: list[nn.Module] = []
    for width in (channels, out):
        layers += [nn.Conv2d(width, out, 3, padding="same"), nn.BatchNorm2d(out), nn.ReLU()]
    return nn.Sequential(*layers)


class _UNet(nn.Module):
    """Each level's features are kept on the way down and joined on the way up."""

    def __init__(self, N: int, C: int, K: int, depth: int) -> None:
        super().__init__()
        widths = [C * 2**level for level in range(depth + 1)]
        self.down = nn.ModuleList(_block(inner, out) for inner, out in zip([N, *widths], widths, strict=False))
        self.up = nn.ModuleList()
        for out in reversed(widths[:-1]):
            self.up.append(nn.ModuleList([nn.ConvTranspose2d(2 * out, out, 2, 2), _block(2 * out, out)]))
        self.head = nn.Conv2d(C, K, 1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        *levels, bottom = self.down
        kept = []
        for level in levels:
            x = level(x)
            kept.append(x)
            x = nn.functional.max_pool2d(x, 2)
        x = bottom(x)
        for widen, block in self.up:
            x = block(torch.cat([kept.pop(), widen(x)], 1))
        return self.head(x).softmax(1)


class UNet2(_UNet):
    """Two levels."""

    def __init__(self, N: int = 3, C: int = 4, K: int = 2) -> None:
        super().__init__(N, C, K, 2)


class UNet3(_UNet):
    """Three levels."""

    def __init__(self, N: int = 3, C: int = 4, K: int = 2) -> None:
        super().__init__(N, C, K, 3)

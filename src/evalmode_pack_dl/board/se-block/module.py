"""Squeeze-and-excitation in plain torch, written from the paper, for comparison with the drawings."""

import torch
from torch import nn


class SqueezeExcitation(nn.Module):
    """Each channel times a share that is made of the averages of all channels."""

    def __init__(self, C: int = 8, r: int = 2) -> None:
        super().__init__()
        self.squeeze = nn.AdaptiveAvgPool2d(1)
        self.excite = nn.Sequential(nn.Linear(C, C // r), nn.ReLU(), nn.Linear(C // r, C), nn.Sigmoid())

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        shares = self.excite(self.squeeze(x).flatten(1))
        return torch.einsum("bchw,bc->bchw", x, shares)


class ResidualSqueezeExcitation(SqueezeExcitation):
    """With the input added back."""

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + super().forward(x)

"""Linear layers with a low-rank update in plain torch, written from the paper, for comparison with the drawings."""

import torch
from torch import nn


class LoRA(nn.Module):
    """A frozen layer, and beside it one of low rank."""

    def __init__(self, d_in: int = 6, d_out: int = 5, r: int = 2) -> None:
        super().__init__()
        self.kept = nn.Linear(d_in, d_out).requires_grad_(False)
        self.down = nn.Parameter(torch.randn(r, d_in))
        self.up = nn.Parameter(torch.zeros(d_out, r))
        self.scale = 1.0

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        update = self.scale * self.up @ self.down
        return nn.functional.linear(x, self.kept.weight + update, self.kept.bias)


class ScaledLoRA(LoRA):
    """The update times α over its rank."""

    def __init__(self, d_in: int = 6, d_out: int = 5, r: int = 2, alpha: int = 3) -> None:
        super().__init__(d_in, d_out, r)
        self.scale = alpha / r

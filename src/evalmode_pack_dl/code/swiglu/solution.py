"""The SwiGLU feed-forward layer."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class SwiGLU(nn.Module):
    """A feed-forward layer whose hidden features are gated."""

    def __init__(self, d_model: int, hidden: int) -> None:
        super().__init__()
        self.gate_proj = nn.Linear(d_model, hidden, bias=False)
        self.up_proj = nn.Linear(d_model, hidden, bias=False)
        self.down_proj = nn.Linear(hidden, d_model, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        """Map (..., d_model) to (..., d_model)."""
        z = self.gate_proj(x)  # (..., hidden)
        gate = z * torch.sigmoid(z)  # SiLU
        return self.down_proj(gate * self.up_proj(x))

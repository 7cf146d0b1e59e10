"""Inverted dropout."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class Dropout(nn.Module):
    """Zero elements at random in training; do nothing in evaluation."""

    def __init__(self, p: float = 0.5) -> None:
        super().__init__()
        self.p = p

    def forward(self, x: Tensor) -> Tensor:
        """Map x to a tensor of the same shape and dtype."""
        if not self.training:
            return x
        dropped = torch.rand(x.shape, device=x.device) < self.p  # rand is below 1, so p = 1 drops all
        scale = 1 / (1 - self.p) if self.p < 1 else 0.0
        return (x * scale).masked_fill(dropped, 0.0)

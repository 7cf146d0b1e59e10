"""The SwiGLU feed-forward layer."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class SwiGLU(nn.Module):
    """A feed-forward layer whose hidden features are gated.

    Args:
        d_model: Width of the tokens.
        hidden: Width inside.
    """

    def __init__(self, d_model: int, hidden: int) -> None:
        super().__init__()
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        """Map (..., d_model) to (..., d_model)."""
        raise NotImplementedError

"""Inverted dropout."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class Dropout(nn.Module):
    """Zero elements at random in training; do nothing in evaluation.

    Args:
        p: Probability that an element is set to zero, from 0 to 1.
    """

    def __init__(self, p: float = 0.5) -> None:
        super().__init__()
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        """Map x to a tensor of the same shape and dtype."""
        raise NotImplementedError

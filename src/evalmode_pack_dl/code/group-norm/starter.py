"""Group normalisation."""

from __future__ import annotations

import torch
from torch import Tensor


def group_norm(x: Tensor, G: int, weight: Tensor, bias: Tensor, eps: float = 1e-5) -> Tensor:
    """Normalise blocks of channels of each sample, then scale and shift each channel.

    Args:
        x: (B, C, ...).
        G: Number of groups.
        weight: (C,), the scale.
        bias: (C,), the shift.
        eps: Added to the variance inside the square root.

    Returns:
        A tensor of the shape of x.

    Raises:
        ValueError: G does not divide C.
    """
    raise NotImplementedError

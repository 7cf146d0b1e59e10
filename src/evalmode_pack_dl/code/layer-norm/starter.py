"""Layer normalisation over the last dimension."""

from __future__ import annotations

import torch
from torch import Tensor


def layer_norm(x: Tensor, weight: Tensor, bias: Tensor, eps: float = 1e-5) -> Tensor:
    """Normalise every vector of D features, then scale and shift it.

    Args:
        x: (..., D), float32 or float64.
        weight: (D,), the scale.
        bias: (D,), the shift.
        eps: Added to the variance inside the square root.

    Returns:
        (..., D), with the dtype of x.
    """
    raise NotImplementedError

"""RMS normalisation over the last dimension."""

from __future__ import annotations

import torch
from torch import Tensor


def rms_norm(x: Tensor, weight: Tensor, eps: float = 1e-6) -> Tensor:
    """Divide every vector of D features by its root mean square, then scale it.

    Args:
        x: (..., D), float32, float64 or bfloat16.
        weight: (D,), the scale.
        eps: Added to the mean square inside the root.

    Returns:
        (..., D), with the dtype of x.
    """
    raise NotImplementedError

"""Layer normalisation over the last dimension."""

from __future__ import annotations

import torch
from torch import Tensor


def layer_norm(x: Tensor, weight: Tensor, bias: Tensor, eps: float = 1e-5) -> Tensor:
    """Normalise every vector of D features, then scale and shift it."""
    centred = x - x.mean(dim=-1, keepdim=True)  # (..., D) - (..., 1)
    variance = centred.square().mean(dim=-1, keepdim=True)  # (..., 1), biased: the sum is divided by D
    return centred * torch.rsqrt(variance + eps) * weight + bias  # weight and bias (D,) broadcast

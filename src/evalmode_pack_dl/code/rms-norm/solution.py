"""RMS normalisation over the last dimension."""

from __future__ import annotations

import torch
from torch import Tensor


def rms_norm(x: Tensor, weight: Tensor, eps: float = 1e-6) -> Tensor:
    """Divide every vector of D features by its root mean square, then scale it."""
    wide = x.to(torch.promote_types(x.dtype, torch.float32))  # bfloat16 is raised, float64 stays
    mean_square = wide.square().mean(dim=-1, keepdim=True)  # (..., 1)
    return (wide * torch.rsqrt(mean_square + eps) * weight).to(x.dtype)

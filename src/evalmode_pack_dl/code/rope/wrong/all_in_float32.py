"""Casts x to float32 and back, as a well-known code base does.

verdict: wrong_answer
check: float64
teaches: You cast x to float32 and back, so float64 inputs lose half of their digits. Compute in at
  least the precision of x.
"""

import torch


def apply_rope(x, positions, base=10000.0):
    dtype, x = x.dtype, x.float()
    D = x.shape[-1]
    i = torch.arange(D // 2, dtype=x.dtype)
    freq = base ** (-2 * i / D)
    angle = positions[:, None].to(x.dtype) * freq
    cos, sin = angle.cos(), angle.sin()
    x1, x2 = x[..., 0::2], x[..., 1::2]
    out = torch.empty_like(x)
    out[..., 0::2] = x1 * cos - x2 * sin
    out[..., 1::2] = x1 * sin + x2 * cos
    return out.to(dtype)

"""Computes the angles in float32.

verdict: wrong_answer
check: float64, far-positions
teaches: You compute the angles in float32. At large positions that is off in the fourth digit; use
  at least the precision of x.
"""

import torch


def apply_rope(x, positions, base=10000.0):
    D = x.shape[-1]
    i = torch.arange(D // 2, dtype=torch.float32)
    freq = base ** (-2 * i / D)
    angle = (positions[:, None].float() * freq).to(x.dtype)
    cos, sin = angle.cos(), angle.sin()
    x1, x2 = x[..., 0::2], x[..., 1::2]
    out = torch.empty_like(x)
    out[..., 0::2] = x1 * cos - x2 * sin
    out[..., 1::2] = x1 * sin + x2 * cos
    return out

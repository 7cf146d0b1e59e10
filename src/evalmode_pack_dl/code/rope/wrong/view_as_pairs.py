"""Uses view to make pairs.

verdict: runtime_error
check: non-contiguous
teaches: view needs contiguous memory. Use reshape, or slice with a step of two.
"""

import torch


def apply_rope(x, positions, base=10000.0):
    D = x.shape[-1]
    i = torch.arange(D // 2, dtype=x.dtype)
    freq = base ** (-2 * i / D)
    angle = positions[:, None].to(x.dtype) * freq
    cos, sin = angle.cos(), angle.sin()
    x1, x2 = x.view(*x.shape[:2], x.shape[2] * D // 2, 2).view(*x.shape[:3], D // 2, 2).unbind(-1)
    out = torch.empty_like(x)
    out[..., 0::2] = x1 * cos - x2 * sin
    out[..., 1::2] = x1 * sin + x2 * cos
    return out

"""Lets the positions run along the head axis.

verdict: wrong_answer
check: positions, values
teaches: Your positions run along the heads. They belong to the T axis, the third.
"""

import torch


def apply_rope(x, positions, base=10000.0):
    D = x.shape[-1]
    i = torch.arange(D // 2, dtype=x.dtype)
    freq = base ** (-2 * i / D)
    angle = positions[:, None].to(x.dtype) * freq
    angle = angle[:, None] if len(positions) == x.shape[1] else angle[:1]
    cos, sin = angle.cos(), angle.sin()
    x1, x2 = x[..., 0::2], x[..., 1::2]
    out = torch.empty_like(x)
    out[..., 0::2] = x1 * cos - x2 * sin
    out[..., 1::2] = x1 * sin + x2 * cos
    return out

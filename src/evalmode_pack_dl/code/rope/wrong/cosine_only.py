"""Scales by the cosine instead of rotating.

verdict: wrong_answer
check: values
teaches: You scale each feature by a cosine. A rotation mixes the two features of a pair with a
  sine.
"""

import torch


def apply_rope(x, positions, base=10000.0):
    D = x.shape[-1]
    i = torch.arange(D // 2, dtype=x.dtype)
    freq = base ** (-2 * i / D)
    angle = positions[:, None].to(x.dtype) * freq
    cos, sin = angle.cos(), angle.sin()
    x1, x2 = x[..., 0::2], x[..., 1::2]
    out = torch.empty_like(x)
    out[..., 0::2] = x1 * cos
    out[..., 1::2] = x2 * cos
    return out

"""Gives the two features of a pair different angles.

verdict: wrong_answer
check: values
teaches: The two features of your pairs have different frequencies, so this is no rotation. Both use
  base^(-2i/D) of their pair.
"""

import torch


def apply_rope(x, positions, base=10000.0):
    D = x.shape[-1]
    i = torch.arange(D, dtype=x.dtype)
    freq = base ** (-i / D)
    angle = positions[:, None].to(x.dtype) * freq
    cos, sin = angle.cos(), angle.sin()
    x1, x2 = x[..., 0::2], x[..., 1::2]
    out = torch.empty_like(x)
    out[..., 0::2] = x1 * cos[..., 0::2] - x2 * sin[..., 0::2]
    out[..., 1::2] = x1 * sin[..., 1::2] + x2 * cos[..., 1::2]
    return out

"""Uses 0, 1, 2, ... instead of the positions.

verdict: wrong_answer
check: positions
teaches: You number the tokens 0, 1, 2 and so on whatever the positions say. With a cache a single
  token may stand at position 100.
"""

import torch


def apply_rope(x, positions, base=10000.0):
    D = x.shape[-1]
    i = torch.arange(D // 2, dtype=x.dtype)
    freq = base ** (-2 * i / D)
    angle = torch.arange(len(positions))[:, None].to(x.dtype) * freq
    cos, sin = angle.cos(), angle.sin()
    x1, x2 = x[..., 0::2], x[..., 1::2]
    out = torch.empty_like(x)
    out[..., 0::2] = x1 * cos - x2 * sin
    out[..., 1::2] = x1 * sin + x2 * cos
    return out

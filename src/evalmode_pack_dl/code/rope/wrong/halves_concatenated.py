"""Reads pairs as neighbours but concatenates the results.

verdict: wrong_answer
check: values
teaches: You rotate neighbours but put all even results first and all odd ones after them. Each
  result belongs where its input stood.
"""

import torch


def apply_rope(x, positions, base=10000.0):
    D = x.shape[-1]
    i = torch.arange(D // 2, dtype=x.dtype)
    freq = base ** (-2 * i / D)
    angle = positions[:, None].to(x.dtype) * freq
    cos, sin = angle.cos(), angle.sin()
    x1, x2 = x[..., 0::2], x[..., 1::2]
    return torch.cat([x1 * cos - x2 * sin, x1 * sin + x2 * cos], dim=-1)

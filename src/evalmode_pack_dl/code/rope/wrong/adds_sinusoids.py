"""Adds sines and cosines as in the first Transformer.

verdict: wrong_answer
check: values
teaches: You add sines and cosines to the features, which is the sinusoidal encoding. Rotary
  embedding rotates pairs of features.
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
    out[..., 0::2] = x1 + sin
    out[..., 1::2] = x2 + cos
    return out

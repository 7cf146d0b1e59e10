"""Uses i / D instead of 2i / D.

verdict: wrong_answer
check: values
teaches: Your exponent is i / D. It is 2i / D, so that the frequencies reach down to nearly 1 /
  base.
"""

import torch


def apply_rope(x, positions, base=10000.0):
    D = x.shape[-1]
    i = torch.arange(D // 2, dtype=x.dtype)
    freq = base ** (-i / D)
    angle = positions[:, None].to(x.dtype) * freq
    cos, sin = angle.cos(), angle.sin()
    x1, x2 = x[..., 0::2], x[..., 1::2]
    out = torch.empty_like(x)
    out[..., 0::2] = x1 * cos - x2 * sin
    out[..., 1::2] = x1 * sin + x2 * cos
    return out

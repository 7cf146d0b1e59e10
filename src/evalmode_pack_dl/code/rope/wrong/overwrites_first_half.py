"""Uses the already rotated even features for the odd ones.

verdict: wrong_answer
check: values
teaches: Your second line reads the even features after they were overwritten. Compute both results
  from the old values.
"""

import torch


def apply_rope(x, positions, base=10000.0):
    D = x.shape[-1]
    i = torch.arange(D // 2, dtype=x.dtype)
    freq = base ** (-2 * i / D)
    angle = positions[:, None].to(x.dtype) * freq
    cos, sin = angle.cos(), angle.sin()
    x1, x2 = x[..., 0::2], x[..., 1::2]
    out = x.clone()
    out[..., 0::2] = x1 * cos - x2 * sin
    out[..., 1::2] = out[..., 0::2] * sin + x2 * cos
    return out

"""Returns float64 always.

verdict: wrong_answer
check: values
teaches: Your angles are float64 and promote the result. It has to have the dtype of x.
"""

import torch


def apply_rope(x, positions, base=10000.0):
    D = x.shape[-1]
    i = torch.arange(D // 2, dtype=torch.float64)
    freq = base ** (-2 * i / D)
    angle = positions[:, None].double() * freq
    cos, sin = angle.cos(), angle.sin()
    x1, x2 = x[..., 0::2], x[..., 1::2]
    out = torch.empty(x.shape, dtype=torch.float64)
    out[..., 0::2] = x1 * cos - x2 * sin
    out[..., 1::2] = x1 * sin + x2 * cos
    return out

"""Pools along the width only.

verdict: wrong_answer
check: values
teaches: You take the maximum within each row of the window. It is taken over all k times k values.
"""

import torch
import torch.nn.functional as F


def max_pool2d(x, k, stride=None, padding=0):
    stride = k if stride is None else stride
    B, C, H, W = x.shape
    out_h = (H + 2 * padding - k) // stride + 1
    out_w = (W + 2 * padding - k) // stride + 1
    x = F.pad(x, (padding, padding, padding, padding), value=float("-inf"))
    windows = x.unfold(2, k, stride).unfold(3, k, stride)
    return windows[..., 0, :].max(dim=-1).values

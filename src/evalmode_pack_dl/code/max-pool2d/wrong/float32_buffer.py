"""Collects the output in a float32 buffer.

verdict: wrong_answer
check: float64
teaches: You collect the output in a buffer of the default dtype. The result has the dtype of x.
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
    y = torch.zeros(B, C, out_h, out_w)
    y[:] = windows.reshape(B, C, out_h, out_w, k * k).max(dim=-1).values
    return y

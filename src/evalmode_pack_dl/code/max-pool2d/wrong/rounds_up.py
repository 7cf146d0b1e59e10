"""Rounds the output size up.

verdict: wrong_answer
check: values
teaches: You round the output size up. Rows that do not fill a whole step are dropped.
"""

import torch
import torch.nn.functional as F


def max_pool2d(x, k, stride=None, padding=0):
    stride = k if stride is None else stride
    B, C, H, W = x.shape
    out_h = (H + 2 * padding - k) // stride + 1
    out_w = (W + 2 * padding - k) // stride + 1
    extra_h = (H + 2 * padding - k) % stride and stride
    extra_w = (W + 2 * padding - k) % stride and stride
    out_h, out_w = out_h + bool(extra_h), out_w + bool(extra_w)
    x = F.pad(x, (padding, padding + extra_w, padding, padding + extra_h), value=float("-inf"))
    x = x[:, :, : (out_h - 1) * stride + k, : (out_w - 1) * stride + k]
    windows = x.unfold(2, k, stride).unfold(3, k, stride)
    return windows.reshape(B, C, out_h, out_w, k * k).max(dim=-1).values

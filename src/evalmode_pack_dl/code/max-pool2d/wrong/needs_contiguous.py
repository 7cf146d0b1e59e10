"""Flattens with view.

verdict: runtime_error
check: non-contiguous
teaches: view needs a tensor that is contiguous in memory, and a transposed image is not. Use reshape.
"""

import torch
import torch.nn.functional as F


def max_pool2d(x, k, stride=None, padding=0):
    stride = k if stride is None else stride
    B, C, H, W = x.shape
    out_h = (H + 2 * padding - k) // stride + 1
    out_w = (W + 2 * padding - k) // stride + 1
    x = x.view(B, C, H * W).view(B, C, H, W)
    x = F.pad(x, (padding, padding, padding, padding), value=float("-inf"))
    windows = x.unfold(2, k, stride).unfold(3, k, stride)
    return windows.reshape(B, C, out_h, out_w, k * k).max(dim=-1).values

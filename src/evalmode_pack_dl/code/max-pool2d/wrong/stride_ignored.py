"""Moves by k always.

verdict: wrong_answer
check: stride
teaches: You move by k even when another stride is given.
"""

import torch
import torch.nn.functional as F


def max_pool2d(x, k, stride=None, padding=0):
    stride = k
    B, C, H, W = x.shape
    out_h = (H + 2 * padding - k) // stride + 1
    out_w = (W + 2 * padding - k) // stride + 1
    x = F.pad(x, (padding, padding, padding, padding), value=float("-inf"))
    windows = x.unfold(2, k, stride).unfold(3, k, stride)
    return windows.reshape(B, C, out_h, out_w, k * k).max(dim=-1).values

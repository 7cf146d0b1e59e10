"""Forgets the + 1 of the output size.

verdict: wrong_answer
check: values
teaches: Your output is one row and one column short. The number of windows is the number of steps plus one.
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
    windows = windows[:, :, : out_h - 1, : out_w - 1]
    out_h, out_w = out_h - 1, out_w - 1
    return windows.reshape(B, C, out_h, out_w, k * k).max(dim=-1).values

"""Pads with a number that is not small enough.

verdict: wrong_answer
check: negative-border
teaches: You pad with -100, and values below that exist. Only minus infinity loses against everything.
"""

import torch
import torch.nn.functional as F


def max_pool2d(x, k, stride=None, padding=0):
    stride = k if stride is None else stride
    B, C, H, W = x.shape
    out_h = (H + 2 * padding - k) // stride + 1
    out_w = (W + 2 * padding - k) // stride + 1
    x = F.pad(x, (padding, padding, padding, padding), value=-100.0)
    windows = x.unfold(2, k, stride).unfold(3, k, stride)
    return windows.reshape(B, C, out_h, out_w, k * k).max(dim=-1).values

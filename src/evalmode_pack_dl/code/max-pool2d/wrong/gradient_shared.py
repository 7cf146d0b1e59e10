"""Shares the gradient among equal elements.

verdict: wrong_answer
check: gradients
teaches: You share the gradient among equal maxima, as amax does. It goes to the first of them alone.
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
    return windows.reshape(B, C, out_h, out_w, k * k).amax(dim=-1)

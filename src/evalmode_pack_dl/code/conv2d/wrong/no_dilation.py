"""Leaves dilation out.

verdict: wrong_answer
check: dilation
teaches: Your kernel's weights meet neighbouring pixels whatever the dilation. With dilation d they are d pixels
  apart.
"""

import torch
import torch.nn.functional as F


def conv2d(x, w, b=None, stride=1, padding=0, dilation=1, groups=1):
    B, C, H, W = x.shape
    O, Cg, kh, kw = w.shape
    out_h = (H + 2 * padding - (kh - 1) - 1) // stride + 1
    out_w = (W + 2 * padding - (kw - 1) - 1) // stride + 1
    cols = F.unfold(x, (kh, kw), padding=padding, stride=stride)
    cols = cols.reshape(B, groups, Cg * kh * kw, out_h * out_w)
    kernels = w.reshape(groups, O // groups, Cg * kh * kw)
    y = kernels @ cols
    y = y.reshape(B, O, out_h, out_w)
    if b is not None:
        y = y + b.reshape(1, O, 1, 1)
    return y

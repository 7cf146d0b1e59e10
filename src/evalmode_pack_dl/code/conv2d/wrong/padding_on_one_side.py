"""Pads at the bottom and on the right only.

verdict: wrong_answer
check: padding
teaches: You pad at two sides, so the output is too small and shifted. The padding goes on all four sides.
"""

import torch
import torch.nn.functional as F


def conv2d(x, w, b=None, stride=1, padding=0, dilation=1, groups=1):
    B, C, H, W = x.shape
    O, Cg, kh, kw = w.shape
    out_h = (H + padding - dilation * (kh - 1) - 1) // stride + 1
    out_w = (W + padding - dilation * (kw - 1) - 1) // stride + 1
    cols = F.unfold(F.pad(x, (0, padding, 0, padding)), (kh, kw), dilation=dilation, stride=stride)
    cols = cols.reshape(B, groups, Cg * kh * kw, out_h * out_w)
    kernels = w.reshape(groups, O // groups, Cg * kh * kw)
    y = kernels @ cols
    y = y.reshape(B, O, out_h, out_w)
    if b is not None:
        y = y + b.reshape(1, O, 1, 1)
    return y

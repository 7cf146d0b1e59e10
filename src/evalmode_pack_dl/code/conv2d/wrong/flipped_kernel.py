"""Flips the kernel, as the mathematical convolution does.

verdict: wrong_answer
check: values
teaches: You flip the kernel. What deep learning calls convolution is cross-correlation, with the kernel as it is.
"""

import torch
import torch.nn.functional as F


def conv2d(x, w, b=None, stride=1, padding=0, dilation=1, groups=1):
    B, C, H, W = x.shape
    O, Cg, kh, kw = w.shape
    out_h = (H + 2 * padding - dilation * (kh - 1) - 1) // stride + 1
    out_w = (W + 2 * padding - dilation * (kw - 1) - 1) // stride + 1
    cols = F.unfold(x, (kh, kw), dilation=dilation, padding=padding, stride=stride)
    cols = cols.reshape(B, groups, Cg * kh * kw, out_h * out_w)
    kernels = w.flip(2, 3).reshape(groups, O // groups, Cg * kh * kw)
    y = kernels @ cols
    y = y.reshape(B, O, out_h, out_w)
    if b is not None:
        y = y + b.reshape(1, O, 1, 1)
    return y

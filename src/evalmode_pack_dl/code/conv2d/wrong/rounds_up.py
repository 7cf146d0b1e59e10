"""Rounds the output size up.

verdict: wrong_answer
check: stride
teaches: You round the output size up. A last step that does not fit whole is dropped, so round down.
"""

import math

import torch
import torch.nn.functional as F


def conv2d(x, w, b=None, stride=1, padding=0, dilation=1, groups=1):
    B, C, H, W = x.shape
    O, Cg, kh, kw = w.shape
    out_h = math.ceil((H + 2 * padding - dilation * (kh - 1) - 1) / stride) + 1
    out_w = math.ceil((W + 2 * padding - dilation * (kw - 1) - 1) / stride) + 1
    x = F.pad(x, (padding, padding + stride, padding, padding + stride))
    x = x[:, :, : (out_h - 1) * stride + dilation * (kh - 1) + 1, : (out_w - 1) * stride + dilation * (kw - 1) + 1]
    cols = F.unfold(x, (kh, kw), dilation=dilation, stride=stride)
    cols = cols.reshape(B, groups, Cg * kh * kw, out_h * out_w)
    y = w.reshape(groups, O // groups, Cg * kh * kw) @ cols
    y = y.reshape(B, O, out_h, out_w)
    if b is not None:
        y = y + b.reshape(1, O, 1, 1)
    return y

"""Uses the output height for the width too.

verdict: runtime_error
check: values
teaches: You take the output to be square. Height and width have to be worked out each for itself.
"""

import torch
import torch.nn.functional as F


def conv2d(x, w, b=None, stride=1, padding=0, dilation=1, groups=1):
    B, C, H, W = x.shape
    O, Cg, kh, kw = w.shape
    out_h = (H + 2 * padding - dilation * (kh - 1) - 1) // stride + 1
    out_w = out_h
    cols = F.unfold(x, (kh, kw), dilation=dilation, padding=padding, stride=stride)
    cols = cols.reshape(B, groups, Cg * kh * kw, out_h * out_w)
    kernels = w.reshape(groups, O // groups, Cg * kh * kw)
    y = kernels @ cols
    y = y.reshape(B, O, out_h, out_w)
    if b is not None:
        y = y + b.reshape(1, O, 1, 1)
    return y

"""Fills the output from plain numbers.

verdict: wrong_answer
check: gradients
teaches: You turn the sums into plain values, which cuts the graph, so no gradient reaches x and w.
"""

import torch
import torch.nn.functional as F


def conv2d(x, w, b=None, stride=1, padding=0, dilation=1, groups=1):
    x = F.pad(x, (padding, padding, padding, padding))
    B, C, H, W = x.shape
    O, Cg, kh, kw = w.shape
    out_h = (H - dilation * (kh - 1) - 1) // stride + 1
    out_w = (W - dilation * (kw - 1) - 1) // stride + 1
    y = x.new_zeros(B, O, out_h, out_w)
    for o in range(O):
        g = o // (O // groups)
        part = x[:, g * Cg : (g + 1) * Cg]
        for r in range(out_h):
            for c in range(out_w):
                top, left = r * stride, c * stride
                patch = part[
                    :,
                    :,
                    top : top + dilation * (kh - 1) + 1 : dilation,
                    left : left + dilation * (kw - 1) + 1 : dilation,
                ]
                y[:, o, r, c] = (patch * w[o]).sum(dim=(1, 2, 3)).detach()
    if b is not None:
        y = y + b[:, None, None]
    return y

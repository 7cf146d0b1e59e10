"""Loads the kernels into torch's layer.

verdict: forbidden
check: bans
teaches: You let torch's layer do the convolution. Build it from slices and products.
"""

import torch
from torch.nn import Conv2d as Layer


def conv2d(x, w, b=None, stride=1, padding=0, dilation=1, groups=1):
    shape = (groups * w.shape[1], w.shape[0], tuple(w.shape[2:]), stride, padding, dilation, groups)
    layer = Layer(*shape, bias=b is not None, dtype=x.dtype)
    weights = {"weight": w} if b is None else {"weight": w, "bias": b}
    return torch.func.functional_call(layer, weights, (x,))

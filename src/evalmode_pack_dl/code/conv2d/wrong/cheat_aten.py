"""Calls the operator behind torch's convolution.

verdict: forbidden
check: bans
teaches: You call the operator behind torch's convolution. Build it from slices and products.
"""

import torch


def conv2d(x, w, b=None, stride=1, padding=0, dilation=1, groups=1):
    two = lambda n: [n, n]
    run = torch.ops.aten.convolution.default
    return run(x, w, b, two(stride), two(padding), two(dilation), False, [0, 0], groups)

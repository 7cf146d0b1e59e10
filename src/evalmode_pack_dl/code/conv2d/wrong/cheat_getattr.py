"""Fetches torch's function by a name put together at run time.

verdict: forbidden
check: bans
teaches: You hand the whole job to torch's convolution. Build it from slices and products.
"""

import torch


def conv2d(x, w, b=None, stride=1, padding=0, dilation=1, groups=1):
    return getattr(torch, f"conv{2}d")(x, w, b, stride, padding, dilation, groups)

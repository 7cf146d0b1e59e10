"""Calls the operator behind torch's layer.

verdict: forbidden
check: bans
teaches: You call the operator behind torch's max pooling. Build it from windows and a maximum.
"""

import torch


def max_pool2d(x, k, stride=None, padding=0):
    step = k if stride is None else stride
    return torch.ops.aten.max_pool2d_with_indices(x, [k, k], [step, step], [padding, padding])[0]

"""Loads the weights into torch's layer.

verdict: forbidden
check: bans
teaches: You let torch's GroupNorm module do the job. Build it from tensor operations.
"""

import torch
import torch.nn as layers


def group_norm(x, G, weight, bias, eps=1e-5):
    module = layers.GroupNorm(G, x.shape[1], eps=eps, dtype=x.dtype)
    return torch.func.functional_call(module, {"weight": weight, "bias": bias}, (x,))

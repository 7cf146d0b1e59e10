"""Loads the weight into torch's layer.

verdict: forbidden
check: bans
teaches: You let torch's RMSNorm module do the job. Build it from tensor operations.
"""

import torch
from torch.nn.modules import normalization


def rms_norm(x, weight, eps=1e-6):
    layer = normalization.RMSNorm(x.shape[-1], eps=eps, dtype=x.dtype)
    return torch.func.functional_call(layer, {"weight": weight}, (x,))

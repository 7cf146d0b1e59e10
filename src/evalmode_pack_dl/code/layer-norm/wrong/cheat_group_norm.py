"""Calls group norm with a single group.

verdict: forbidden
check: bans
teaches: Group norm with one group is layer norm by another name. Build it from tensor operations.
"""

import torch
from torch.nn.functional import group_norm as normalise


def layer_norm(x, weight, bias, eps=1e-5):
    rows = x.reshape(-1, x.shape[-1])
    return normalise(rows, 1, weight, bias, eps).reshape(x.shape)

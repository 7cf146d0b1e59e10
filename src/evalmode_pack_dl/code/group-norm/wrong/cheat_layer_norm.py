"""Calls layer norm on the rows of groups.

verdict: forbidden
check: bans
teaches: Layer norm over the rows of groups does the whole normalisation for you. Build it from tensor operations.
"""

import torch
import torch.nn.functional as F


def group_norm(x, G, weight, bias, eps=1e-5):
    if x.shape[1] % G:
        raise ValueError("indivisible")
    rows = x.reshape(x.shape[0], G, -1)
    y = F.layer_norm(rows, rows.shape[2:], eps=eps).reshape(x.shape).movedim(1, -1)
    return (y * weight + bias).movedim(-1, 1)

"""Lets sizes through that do not divide.

verdict: wrong_answer
check: indivisible
teaches: You drop the channels that are left over, where sizes that do not divide must raise ValueError.
"""

import torch


def group_norm(x, G, weight, bias, eps=1e-5):
    B, C = x.shape[:2]
    size = -(-C // G)
    parts = []
    for part in x.split(size, dim=1):
        dims = tuple(range(1, x.dim()))
        mean = part.mean(dim=dims, keepdim=True)
        var = part.var(dim=dims, keepdim=True, unbiased=False)
        parts.append((part - mean) / torch.sqrt(var + eps))
    y = torch.cat(parts, dim=1)
    shape = (1, C) + (1,) * (x.dim() - 2)
    return y * weight.reshape(shape) + bias.reshape(shape)

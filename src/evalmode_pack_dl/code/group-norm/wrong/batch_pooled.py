"""Takes the statistics over the batch as well.

verdict: wrong_answer
check: values
teaches: You pool the samples of the batch. Each sample has statistics of its own.
"""

import torch


def group_norm(x, G, weight, bias, eps=1e-5):
    B, C = x.shape[:2]
    if C % G != 0:
        raise ValueError("the channels cannot be divided into that many groups")
    groups = x.reshape(B, G, -1)
    mean = groups.mean(dim=(0, 2), keepdim=True)
    var = groups.var(dim=(0, 2), keepdim=True, unbiased=False)
    y = ((groups - mean) / torch.sqrt(var + eps)).reshape(x.shape)
    shape = (1, C) + (1,) * (x.dim() - 2)
    return y * weight.reshape(shape) + bias.reshape(shape)

"""Adds the bias before it scales.

verdict: wrong_answer
check: values
teaches: You add the bias before multiplying by the weight, so the shift gets scaled as well.
"""

import torch


def group_norm(x, G, weight, bias, eps=1e-5):
    B, C = x.shape[:2]
    if C % G != 0:
        raise ValueError("the channels cannot be divided into that many groups")
    groups = x.reshape(B, G, -1)
    mean = groups.mean(dim=-1, keepdim=True)
    var = groups.var(dim=-1, keepdim=True, unbiased=False)
    y = ((groups - mean) / torch.sqrt(var + eps)).reshape(x.shape)
    shape = (1, C) + (1,) * (x.dim() - 2)
    return (y + bias.reshape(shape)) * weight.reshape(shape)

"""Gives every G-th channel to a group.

verdict: wrong_answer
check: values
teaches: You deal the channels out to the groups one by one. A group is a block of consecutive channels.
"""

import torch


def group_norm(x, G, weight, bias, eps=1e-5):
    B, C = x.shape[:2]
    if C % G != 0:
        raise ValueError("the channels cannot be divided into that many groups")
    groups = x.reshape(B, C // G, G, -1).transpose(1, 2).reshape(B, G, -1)
    mean = groups.mean(dim=-1, keepdim=True)
    var = groups.var(dim=-1, keepdim=True, unbiased=False)
    y = ((groups - mean) / torch.sqrt(var + eps)).reshape(B, G, C // G, -1).transpose(1, 2).reshape(x.shape)
    shape = (1, C) + (1,) * (x.dim() - 2)
    return y * weight.reshape(shape) + bias.reshape(shape)

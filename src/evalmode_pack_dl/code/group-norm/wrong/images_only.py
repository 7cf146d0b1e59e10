"""Gives weight and bias the shape for images always.

verdict: wrong_answer
check: values
teaches: You give the weight the shape for images whatever x is. Any number of dimensions may follow the channels.
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
    shape = (1, C, 1, 1)
    return y * weight.reshape(shape) + bias.reshape(shape)

"""Centres the input in place.

verdict: wrong_answer
check: inputs-untouched
teaches: You centre x itself, so the caller's tensor changes. Make a new tensor.
"""

import torch


def group_norm(x, G, weight, bias, eps=1e-5):
    B, C = x.shape[:2]
    if C % G != 0:
        raise ValueError("the channels cannot be divided into that many groups")
    given, x = x, x.clone()
    groups = x.reshape(B, G, -1)
    given.data -= groups.mean(dim=-1, keepdim=True).expand_as(groups).reshape(x.shape).detach()
    mean = groups.mean(dim=-1, keepdim=True)
    var = groups.var(dim=-1, keepdim=True, unbiased=False)
    y = ((groups - mean) / torch.sqrt(var + eps)).reshape(x.shape)
    shape = (1, C) + (1,) * (x.dim() - 2)
    return y * weight.reshape(shape) + bias.reshape(shape)

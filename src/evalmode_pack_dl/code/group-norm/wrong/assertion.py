"""Asserts instead of raising ValueError.

verdict: wrong_answer
check: indivisible
teaches: You assert, which raises AssertionError. The statement asks for ValueError.
"""

import torch


def group_norm(x, G, weight, bias, eps=1e-5):
    B, C = x.shape[:2]
    assert C % G == 0
    groups = x.reshape(B, G, -1)
    mean = groups.mean(dim=-1, keepdim=True)
    var = groups.var(dim=-1, keepdim=True, unbiased=False)
    y = ((groups - mean) / torch.sqrt(var + eps)).reshape(x.shape)
    shape = (1, C) + (1,) * (x.dim() - 2)
    return y * weight.reshape(shape) + bias.reshape(shape)

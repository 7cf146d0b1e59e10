"""Lets the weight broadcast over the last dimension.

verdict: wrong_answer
check: values
teaches: A weight of shape (C,) lines up with the last dimension. It belongs to dimension 1, so give it the shape
  (C, 1, 1) for images.
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
    return y * weight + bias

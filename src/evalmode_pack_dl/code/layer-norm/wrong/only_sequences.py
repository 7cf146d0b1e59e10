"""Unpacks exactly three dimensions.

verdict: runtime_error
check: values
teaches: You unpack three dimensions, so a plain vector or a matrix cannot be normalised. Work on the last dimension
  of whatever comes.
"""

import torch


def layer_norm(x, weight, bias, eps=1e-5):
    batch, time, features = x.shape
    mean = x.mean(dim=-1, keepdim=True)
    var = x.var(dim=-1, keepdim=True, unbiased=False)
    return (x - mean) / torch.sqrt(var + eps) * weight + bias

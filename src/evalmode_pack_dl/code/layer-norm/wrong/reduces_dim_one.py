"""Reduces over dimension 1, which is the last only for matrices.

verdict: wrong_answer
check: values
teaches: You reduce over dimension 1. That is the last one only for a matrix, and an input may have any number of
  dimensions.
"""

import torch


def layer_norm(x, weight, bias, eps=1e-5):
    mean = x.mean(dim=min(1, x.dim() - 1), keepdim=True)
    var = x.var(dim=min(1, x.dim() - 1), keepdim=True, unbiased=False)
    return (x - mean) / torch.sqrt(var + eps) * weight + bias

"""Adds the bias before it scales.

verdict: wrong_answer
check: values
teaches: You add the bias before multiplying by the weight, so the shift gets scaled as well. Scale first, then
  shift.
"""

import torch


def layer_norm(x, weight, bias, eps=1e-5):
    mean = x.mean(dim=-1, keepdim=True)
    var = x.var(dim=-1, keepdim=True, unbiased=False)
    return ((x - mean) / torch.sqrt(var + eps) + bias) * weight

"""Adds eps to the standard deviation.

verdict: wrong_answer
check: small-spread
teaches: You add eps after the square root. It belongs inside, added to the variance, and rows with little spread
  show the difference.
"""

import torch


def layer_norm(x, weight, bias, eps=1e-5):
    mean = x.mean(dim=-1, keepdim=True)
    var = x.var(dim=-1, keepdim=True, unbiased=False)
    return (x - mean) / (torch.sqrt(var) + eps) * weight + bias

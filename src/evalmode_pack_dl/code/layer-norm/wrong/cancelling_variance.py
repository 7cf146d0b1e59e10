"""Computes the variance as E[x^2] - E[x]^2.

verdict: wrong_answer
check: large-offset
teaches: You compute the variance as the mean square minus the squared mean. In float32 these two large numbers
  cancel when the mean is large, so centre first and square afterwards.
"""

import torch


def layer_norm(x, weight, bias, eps=1e-5):
    mean = x.mean(dim=-1, keepdim=True)
    var = ((x * x).mean(dim=-1, keepdim=True) - mean * mean).clamp(min=0)
    return (x - mean) / torch.sqrt(var + eps) * weight + bias

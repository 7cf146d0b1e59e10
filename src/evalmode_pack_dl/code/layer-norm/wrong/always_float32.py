"""Computes and returns float32.

verdict: wrong_answer
check: float64
teaches: You cast to float32, so float64 inputs come back with the wrong dtype and half of their digits. Keep the
  dtype of x.
"""

import torch


def layer_norm(x, weight, bias, eps=1e-5):
    x, weight, bias = x.float(), weight.float(), bias.float()
    mean = x.mean(dim=-1, keepdim=True)
    var = x.var(dim=-1, keepdim=True, unbiased=False)
    return (x - mean) / torch.sqrt(var + eps) * weight + bias

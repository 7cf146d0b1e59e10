"""Multiplies by one plus the weight.

verdict: wrong_answer
check: values
teaches: You multiply by 1 + weight, as models do that store the weight minus one. Here the weight is the factor
  itself.
"""

import torch


def rms_norm(x, weight, eps=1e-6):
    mean_square = x.pow(2).mean(dim=-1, keepdim=True)
    return x / torch.sqrt(mean_square + eps) * (1 + weight)

"""Reduces over dimension 1, which is the last only for matrices.

verdict: wrong_answer
check: values
teaches: You reduce over dimension 1. That is the last one only for a matrix, and an input may have any number of
  dimensions.
"""

import torch


def rms_norm(x, weight, eps=1e-6):
    mean_square = x.pow(2).mean(dim=min(1, x.dim() - 1), keepdim=True)
    return x / torch.sqrt(mean_square + eps) * weight

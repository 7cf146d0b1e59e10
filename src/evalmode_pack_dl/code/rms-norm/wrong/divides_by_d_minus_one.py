"""Divides the sum of squares by D - 1.

verdict: wrong_answer
check: values
teaches: You divide the sum of squares by D - 1. The mean is over all D features.
"""

import torch


def rms_norm(x, weight, eps=1e-6):
    mean_square = x.pow(2).sum(dim=-1, keepdim=True) / max(x.shape[-1] - 1, 1)
    return x / torch.sqrt(mean_square + eps) * weight

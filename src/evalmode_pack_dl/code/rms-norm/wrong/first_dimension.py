"""Reduces over the first dimension.

verdict: wrong_answer
check: values
teaches: You average over the first dimension. The statistics are taken over the last one, for each position.
"""

import torch


def rms_norm(x, weight, eps=1e-6):
    mean_square = x.pow(2).mean(dim=0, keepdim=True)
    return x / torch.sqrt(mean_square + eps) * weight

"""Leaves the weight out.

verdict: wrong_answer
check: values
teaches: You leave the weight out. Each feature is multiplied by its own.
"""

import torch


def rms_norm(x, weight, eps=1e-6):
    mean_square = x.pow(2).mean(dim=-1, keepdim=True)
    return x / torch.sqrt(mean_square + eps)

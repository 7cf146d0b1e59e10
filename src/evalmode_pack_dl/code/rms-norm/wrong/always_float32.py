"""Computes and returns float32.

verdict: wrong_answer
check: float64, bfloat16
teaches: You cast to float32 and return it. The result has the dtype of x, and float64 keeps its precision.
"""

import torch


def rms_norm(x, weight, eps=1e-6):
    x, weight = x.float(), weight.float()
    mean_square = x.pow(2).mean(dim=-1, keepdim=True)
    return x / torch.sqrt(mean_square + eps) * weight

"""Divides by the L2 norm.

verdict: wrong_answer
check: values
teaches: You divide by the root of the sum of squares, so vectors get length one. Take the mean of the squares.
"""

import torch


def rms_norm(x, weight, eps=1e-6):
    mean_square = x.pow(2).sum(dim=-1, keepdim=True)
    return x / torch.sqrt(mean_square + eps) * weight

"""Divides by the standard deviation.

verdict: wrong_answer
check: values
teaches: You divide by the standard deviation, which leaves the mean out of the spread. Use the mean of the plain
  squares.
"""

import torch


def rms_norm(x, weight, eps=1e-6):
    mean_square = x.var(dim=-1, keepdim=True, unbiased=False)
    return x / torch.sqrt(mean_square + eps) * weight

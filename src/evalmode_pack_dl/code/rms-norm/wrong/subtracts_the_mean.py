"""Subtracts the mean first.

verdict: wrong_answer
check: values
teaches: You subtract the mean, which makes it layer norm. RMS norm divides by the root mean square of the values as
  they are.
"""

import torch


def rms_norm(x, weight, eps=1e-6):
    x = x - x.mean(dim=-1, keepdim=True)
    mean_square = x.pow(2).mean(dim=-1, keepdim=True)
    return x / torch.sqrt(mean_square + eps) * weight

"""Divides by the mean absolute value.

verdict: wrong_answer
check: values
teaches: You divide by the mean of the absolute values. The root mean square squares first, averages, and takes the
  root.
"""

import torch


def rms_norm(x, weight, eps=1e-6):
    mean_square = x.pow(2).mean(dim=-1, keepdim=True)
    return x / (x.abs().mean(dim=-1, keepdim=True) + eps) * weight

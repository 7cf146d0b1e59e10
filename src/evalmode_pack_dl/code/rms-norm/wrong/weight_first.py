"""Applies the weight before it normalises.

verdict: wrong_answer
check: values
teaches: You multiply by the weight before you take the statistics, so the normalisation undoes part of it. The
  weight comes last.
"""

import torch


def rms_norm(x, weight, eps=1e-6):
    x = x * weight
    mean_square = x.pow(2).mean(dim=-1, keepdim=True)
    return x / torch.sqrt(mean_square + eps)

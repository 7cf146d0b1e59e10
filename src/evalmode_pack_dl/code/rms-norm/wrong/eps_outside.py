"""Adds eps to the root.

verdict: wrong_answer
check: small-values
teaches: You add eps after the root. It belongs inside, added to the mean square.
"""

import torch


def rms_norm(x, weight, eps=1e-6):
    mean_square = x.pow(2).mean(dim=-1, keepdim=True)
    return x / (torch.sqrt(mean_square) + eps) * weight

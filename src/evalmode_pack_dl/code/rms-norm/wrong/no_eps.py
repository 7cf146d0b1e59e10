"""Leaves eps out.

verdict: wrong_answer
check: small-values
teaches: You leave eps out, so a row of zeros gives 0/0. Add it to the mean square.
"""

import torch


def rms_norm(x, weight, eps=1e-6):
    mean_square = x.pow(2).mean(dim=-1, keepdim=True)
    return x / torch.sqrt(mean_square) * weight

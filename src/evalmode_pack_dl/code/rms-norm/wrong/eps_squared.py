"""Adds the square of eps.

verdict: wrong_answer
check: eps-argument
teaches: You square eps. It is added to the mean square as it is.
"""

import torch


def rms_norm(x, weight, eps=1e-6):
    mean_square = x.pow(2).mean(dim=-1, keepdim=True)
    return x / torch.sqrt(mean_square + eps**2) * weight

"""Uses eps as a lower bound.

verdict: wrong_answer
check: eps-argument
teaches: You use eps as a lower bound of the mean square. It is added.
"""

import torch


def rms_norm(x, weight, eps=1e-6):
    mean_square = x.pow(2).mean(dim=-1, keepdim=True)
    return x / torch.sqrt(mean_square.clamp(min=eps)) * weight

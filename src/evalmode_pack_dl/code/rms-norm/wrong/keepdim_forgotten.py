"""Forgets keepdim.

verdict: wrong_answer
check: values
teaches: Without keepdim the mean square lines up with the wrong dimension of x. Keep the reduced dimension.
"""

import torch


def rms_norm(x, weight, eps=1e-6):
    mean_square = x.pow(2).mean(dim=-1)
    return x / torch.sqrt(mean_square + eps) * weight

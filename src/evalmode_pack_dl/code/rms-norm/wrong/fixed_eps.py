"""Ignores the eps that is passed in.

verdict: wrong_answer
check: eps-argument
teaches: You use 1e-6 whatever eps is given. The argument must count.
"""

import torch


def rms_norm(x, weight, eps=1e-6):
    mean_square = x.pow(2).mean(dim=-1, keepdim=True)
    return x / torch.sqrt(mean_square + 1e-6) * weight

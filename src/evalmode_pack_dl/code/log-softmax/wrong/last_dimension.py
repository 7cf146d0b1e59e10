"""Ignores `dim`.

verdict: wrong_answer
check: any-dim
teaches: You always normalise the last dimension; the exponentials must sum to one along the `dim` that was asked for.
"""

import torch


def log_softmax(x, dim=-1):
    z = x - x.amax(dim=-1, keepdim=True)
    return z - torch.exp(z).sum(dim=-1, keepdim=True).log()

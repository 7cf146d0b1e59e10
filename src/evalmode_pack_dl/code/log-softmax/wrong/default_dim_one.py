"""Normalises dimension 1 unless told otherwise.

verdict: wrong_answer
check: default-dim
teaches: Your default is dimension 1; without an argument the last dimension is normalised.
"""

import torch


def log_softmax(x, dim=None):
    if dim is None:
        dim = min(1, x.dim() - 1)
    z = x - x.amax(dim=dim, keepdim=True)
    return z - torch.exp(z).sum(dim=dim, keepdim=True).log()

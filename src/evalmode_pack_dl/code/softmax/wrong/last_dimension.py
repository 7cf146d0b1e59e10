"""Ignores `dim`.

verdict: wrong_answer
check: any-dim
teaches: You always normalise the last dimension; the result must sum to one along the `dim` that was asked for.
"""

import torch


def softmax(x, dim):
    e = torch.exp(x - x.amax(dim=-1, keepdim=True))
    return e / e.sum(dim=-1, keepdim=True)

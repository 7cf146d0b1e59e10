"""Adds an epsilon to the denominator.

verdict: wrong_answer
check: float64
teaches: The epsilon in the denominator is not needed (the sum is at least 1 after the shift) and makes every row sum to slightly less
  than one.
"""

import torch


def softmax(x, dim):
    e = torch.exp(x - x.amax(dim=dim, keepdim=True))
    return e / (e.sum(dim=dim, keepdim=True) + 1e-6)

"""Divides by the sum of the whole tensor.

verdict: wrong_answer
check: any-dim
teaches: You divide by the sum of the whole tensor, so only everything together sums to one; each slice along `dim` is its own
  distribution.
"""

import torch


def softmax(x, dim):
    e = torch.exp(x - x.amax(dim=dim, keepdim=True))
    return e / e.sum()

"""Subtracts one maximum for the whole tensor.

verdict: wrong_answer
check: large-logits
teaches: You subtract one maximum for the whole tensor; a slice that lies far below it underflows to 0 / 0. Every slice needs its own
  maximum.
"""

import torch


def softmax(x, dim):
    e = torch.exp(x - x.max())
    return e / e.sum(dim=dim, keepdim=True)

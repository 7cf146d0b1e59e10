"""Subtracts one maximum for the whole tensor.

verdict: wrong_answer
check: large-gaps
teaches: You use one maximum for the whole tensor; a slice far below it has a sum that underflows to 0, and log(0) is -inf. Every slice
  needs its own.
"""

import torch


def log_softmax(x, dim=-1):
    z = x - x.max()
    return z - torch.exp(z).sum(dim=dim, keepdim=True).log()

"""Adds an epsilon before the logarithm.

verdict: wrong_answer
check: large-gaps
teaches: The epsilon hides the infinity but caps the result at log(epsilon); with logits minus log-sum-exp there is no zero to protect
  from.
"""

import torch


def log_softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim=dim, keepdim=True))
    return torch.log(e / e.sum(dim=dim, keepdim=True) + 1e-12)

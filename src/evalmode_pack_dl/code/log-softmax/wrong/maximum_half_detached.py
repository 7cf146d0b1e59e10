"""Detaches the maximum in one of the two places only.

verdict: wrong_answer
check: gradients
teaches: The maximum cancels in the gradient only if both of its uses are treated alike; you detach it in one place and not in the
  other.
"""

import torch


def log_softmax(x, dim=-1):
    m = x.amax(dim=dim, keepdim=True)
    log_sum = torch.exp(x - m.detach()).sum(dim=dim, keepdim=True).log()
    return (x - m) - log_sum

"""Shifts by the largest absolute value.

verdict: wrong_answer
check: large-logits
teaches: You shift by the largest absolute value; where all logits are very negative every exponential underflows and 0 / 0 is NaN.
  Shift by the largest logit, whatever its sign.
"""

import torch


def softmax(x, dim):
    size = x.masked_fill(torch.isinf(x), 0.0).abs().amax(dim=dim, keepdim=True)
    e = torch.exp(x - size)
    return e / e.sum(dim=dim, keepdim=True)

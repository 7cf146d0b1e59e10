"""Repairs the NaN after the fact.

verdict: wrong_answer
check: large-logits
teaches: Replacing NaN afterwards gives 0 to exactly the entries that should be near 1; prevent the overflow by subtracting the slice's
  maximum.
"""

import torch


def softmax(x, dim):
    e = torch.exp(x)
    return torch.nan_to_num(e / e.sum(dim=dim, keepdim=True), nan=0.0)

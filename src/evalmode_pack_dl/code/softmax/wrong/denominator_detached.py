"""Treats the normaliser as a constant.

verdict: wrong_answer
check: gradients
teaches: You treat the sum as a constant; raising one logit lowers all other probabilities through the sum, so its gradient is needed
  (the maximum's is not).
"""

import torch


def softmax(x, dim):
    e = torch.exp(x - x.amax(dim=dim, keepdim=True))
    with torch.no_grad():
        total = e.sum(dim=dim, keepdim=True)
    return e / total

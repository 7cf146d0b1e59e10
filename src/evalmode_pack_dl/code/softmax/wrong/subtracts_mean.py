"""Centres the logits by their mean.

verdict: wrong_answer
check: wide-rows, minus-infinity
teaches: You subtract the mean, which leaves large positive exponents (and is -inf where an entry is masked); subtract the maximum, then
  no exponent is positive.
"""

import torch


def softmax(x, dim):
    e = torch.exp(x - x.mean(dim=dim, keepdim=True))
    return e / e.sum(dim=dim, keepdim=True)

"""Takes every negative dim for the last one.

verdict: wrong_answer
check: middle-dimension
teaches: You treat every negative `dim` as the last dimension; -2 is the second from the end, and torch's own reductions already
  understand it.
"""

import torch


def softmax(x, dim):
    if dim < 0:
        dim = x.dim() - 1
    e = torch.exp(x - x.amax(dim=dim, keepdim=True))
    return e / e.sum(dim=dim, keepdim=True)

"""Treats the normaliser as a constant.

verdict: wrong_answer
check: gradients
teaches: You treat the log-sum-exp as a constant; every logit raises it, and that gives the gradient its -softmax part. Only the maximum
  may be left out of the graph.
"""

import torch


def log_softmax(x, dim=-1):
    with torch.no_grad():
        m = x.amax(dim=dim, keepdim=True)
        log_z = m + torch.exp(x - m).sum(dim=dim, keepdim=True).log()
    return x - log_z

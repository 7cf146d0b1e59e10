"""Shifts the normaliser but not the logits.

verdict: wrong_answer
check: values
teaches: You shift by the maximum inside the sum only; it has to be subtracted from the logits as well (or added back to the
  log-sum-exp).
"""

import torch


def log_softmax(x, dim=-1):
    m = x.amax(dim=dim, keepdim=True)
    return x - torch.exp(x - m).sum(dim=dim, keepdim=True).log()

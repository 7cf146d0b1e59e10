"""Shifts the logits and subtracts the full log-sum-exp as well.

verdict: wrong_answer
check: values
teaches: The maximum is taken off twice, once from the logits and once inside the log-sum-exp it was added back to; it must cancel.
"""

import torch


def log_softmax(x, dim=-1):
    m = x.amax(dim=dim, keepdim=True)
    z = x - m
    return z - (m + torch.exp(z).sum(dim=dim, keepdim=True).log())

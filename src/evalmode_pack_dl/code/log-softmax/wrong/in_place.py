"""Shifts the caller's logits in place.

verdict: wrong_answer
check: inputs-untouched
teaches: You subtract the maximum in place, so the caller's logits have changed afterwards; make a new tensor.
"""

import torch


def log_softmax(x, dim=-1):
    with torch.no_grad():
        x -= x.amax(dim=dim, keepdim=True)
    return x - torch.exp(x).sum(dim=dim, keepdim=True).log()

"""Shifts the caller's logits in place.

verdict: wrong_answer
check: inputs-untouched
teaches: You subtract the maximum in place, so the caller's logits have changed afterwards; make a new tensor.
"""

import torch


def softmax(x, dim):
    with torch.no_grad():
        x -= x.amax(dim=dim, keepdim=True)
    e = torch.exp(x)
    return e / e.sum(dim=dim, keepdim=True)

"""Scales the caller's q in place.

verdict: wrong_answer
check: inputs-untouched
teaches: You scale the caller's q in place. Make a new tensor.
"""

import math

import torch


def sdpa(q, k, v, mask=None, causal=False):
    T, S = q.shape[-2], k.shape[-2]
    q.data /= math.sqrt(q.shape[-1])
    scores = q @ k.transpose(-2, -1)
    seen = torch.ones(T, S, dtype=torch.bool)
    if causal:
        seen = seen.tril()
    if mask is not None:
        seen = seen & mask
    scores = scores.masked_fill(~seen, float("-inf"))
    weights = torch.softmax(scores, dim=-1).masked_fill(~seen, 0.0)
    return weights @ v

"""Allocates the result without the inputs' dtype.

verdict: wrong_answer
check: float64
teaches: Your result is always float32. It has to have the dtype of q.
"""

import math

import torch


def sdpa(q, k, v, mask=None, causal=False):
    T, S = q.shape[-2], k.shape[-2]
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
    seen = torch.ones(T, S, dtype=torch.bool)
    if causal:
        seen = seen.tril()
    if mask is not None:
        seen = seen & mask
    scores = scores.masked_fill(~seen, float("-inf"))
    weights = torch.softmax(scores, dim=-1).masked_fill(~seen, 0.0)
    out = torch.empty(*q.shape[:-1], v.shape[-1])
    out[...] = weights @ v
    return out

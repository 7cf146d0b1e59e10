"""Forgets the scale.

verdict: wrong_answer
check: values
teaches: You do not scale the scores. Divide them by the square root of D before the softmax.
"""

import math

import torch


def sdpa(q, k, v, mask=None, causal=False):
    T, S = q.shape[-2], k.shape[-2]
    scores = q @ k.transpose(-2, -1)
    seen = torch.ones(T, S, dtype=torch.bool)
    if causal:
        seen = seen.tril()
    if mask is not None:
        seen = seen & mask
    scores = scores.masked_fill(~seen, float("-inf"))
    weights = torch.softmax(scores, dim=-1).masked_fill(~seen, 0.0)
    return weights @ v

"""Normalises over axis 1, which is right for 2-D inputs alone.

verdict: wrong_answer
check: leading-dimensions
teaches: Your softmax runs over axis 1, which is the keys' axis for two-dimensional inputs alone.
  Count from the right.
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
    weights = torch.softmax(scores, dim=1).masked_fill(~seen, 0.0)
    return weights @ v

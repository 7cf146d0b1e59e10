"""Shifts by the largest score of the row, hidden ones included.

verdict: wrong_answer
check: large-scores
teaches: Your shift uses the largest score of the row, hidden ones included. If a hidden key has the
  largest score, all visible weights underflow to zero.
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
    scores = scores - scores.amax(dim=-1, keepdim=True)
    weights = torch.exp(scores).masked_fill(~seen, 0.0)
    weights = weights / weights.sum(dim=-1, keepdim=True).clamp(min=1e-30)
    return weights @ v

"""Fills hidden scores with 0.

verdict: wrong_answer
check: mask, causal
teaches: You set hidden scores to 0 before the softmax, and exp(0) is 1, so they still get weight.
  They have to be minus infinity or a very low number.
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
    scores = scores.masked_fill(~seen, 0.0)
    weights = torch.softmax(scores, dim=-1)
    return weights @ v

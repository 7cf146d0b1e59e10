"""Fills hidden scores with -1e4.

verdict: wrong_answer
check: large-scores
teaches: You fill hidden scores with -1e4, but real scores can be lower than that, and then the
  hidden keys win. Use the lowest number of the dtype or minus infinity.
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
    scores = scores.masked_fill(~seen, -1e4)
    weights = torch.softmax(scores, dim=-1).masked_fill(~seen, 0.0)
    return weights @ v

"""Normalises over the queries.

verdict: wrong_answer
check: values
teaches: Your softmax runs over the queries, so columns sum to one. Each query needs weights that
  sum to one over the keys, the last axis.
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
    weights = torch.softmax(scores, dim=-2).masked_fill(~seen, 0.0)
    return weights @ v

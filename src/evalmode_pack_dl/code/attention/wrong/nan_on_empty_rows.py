"""Leaves the softmax of an empty row as it is.

verdict: wrong_answer
check: nothing-to-attend-to
teaches: A query that may attend to nothing gives NaN: its softmax is zero divided by zero. It has
  to give a zero vector.
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
    weights = torch.softmax(scores, dim=-1)
    return weights @ v

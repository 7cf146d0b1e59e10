"""Flattens the leading dimensions with view.

verdict: runtime_error
check: non-contiguous
teaches: view cannot flatten the leading dimensions of a non-contiguous tensor. Use reshape, or work
  on the last two axes and leave the others alone.
"""

import math

import torch


def sdpa(q, k, v, mask=None, causal=False):
    T, S = q.shape[-2], k.shape[-2]
    lead = q.shape[:-2]
    q, k = q.view(-1, T, q.shape[-1]), k.view(-1, S, k.shape[-1])
    scores = torch.bmm(q, k.transpose(1, 2)) / math.sqrt(q.shape[-1])
    scores = scores.view(*lead, T, S)
    seen = torch.ones(T, S, dtype=torch.bool)
    if causal:
        seen = seen.tril()
    if mask is not None:
        seen = seen & mask
    scores = scores.masked_fill(~seen, float("-inf"))
    weights = torch.softmax(scores, dim=-1).masked_fill(~seen, 0.0)
    return weights @ v

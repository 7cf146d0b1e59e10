"""Cleans the output of empty rows but not their gradients.

verdict: wrong_answer
check: gradients
teaches: Your empty rows are zero, but their gradients are NaN, since the softmax's NaN is still in
  the graph. Keep NaN from arising at all.
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
    scores = scores + torch.zeros(seen.shape, dtype=q.dtype).masked_fill(~seen, float("-inf"))
    weights = torch.softmax(scores, dim=-1)
    return torch.nan_to_num(weights @ v)

"""Multiplies the scores by the mask, then cleans empty rows.

verdict: wrong_answer
check: mask, causal
teaches: You multiply the scores by the mask; a score of 0 still gets weight. Empty rows are right,
  but hidden scores have to be minus infinity or a very low number.
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
    scores = scores * seen
    weights = torch.softmax(scores, dim=-1) * seen.any(-1, keepdim=True)
    return weights @ v

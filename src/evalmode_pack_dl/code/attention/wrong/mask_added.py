"""Adds the boolean mask as zeros and ones.

verdict: wrong_answer
check: mask, causal
teaches: You add the mask to the scores as zeros and ones, a slight preference instead of a ban.
  Hidden scores have to become minus infinity or a very low number.
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
    scores = scores + seen
    weights = torch.softmax(scores, dim=-1)
    return weights @ v

"""Joins the two masks by or.

verdict: wrong_answer
check: mask-and-causal
teaches: You show a key if either mask allows it. It is seen only if both do.
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
        seen = (seen | mask) if causal else mask
    scores = scores.masked_fill(~seen, float("-inf"))
    weights = torch.softmax(scores, dim=-1).masked_fill(~seen, 0.0)
    return weights @ v

"""Repeats detached keys and values.

verdict: wrong_answer
check: gradients
teaches: No gradient reaches keys and values, because you copy their data. Repeat the tensors
  themselves.
"""

import math

import torch


def gqa(q, k, v, causal=False):
    B, H, T, D = q.shape
    G, S = k.shape[1], k.shape[2]
    k = k.data.repeat_interleave(H // G, dim=1)
    v = v.data.repeat_interleave(H // G, dim=1)
    scores = q @ k.transpose(-2, -1) / math.sqrt(D)
    if causal:
        seen = torch.ones(T, S, dtype=torch.bool).tril()
        scores = scores.masked_fill(~seen, float("-inf"))
    weights = torch.softmax(scores, dim=-1)
    return weights @ v

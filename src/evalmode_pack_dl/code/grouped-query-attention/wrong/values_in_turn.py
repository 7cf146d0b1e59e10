"""Interleaves keys but tiles values.

verdict: wrong_answer
check: groups
teaches: Your keys are shared by neighbouring heads but your values are dealt out in turn. Both
  follow h // (H / G).
"""

import math

import torch


def gqa(q, k, v, causal=False):
    B, H, T, D = q.shape
    G, S = k.shape[1], k.shape[2]
    k = k.repeat_interleave(H // G, dim=1)
    v = v.repeat(1, H // G, 1, 1)
    scores = q @ k.transpose(-2, -1) / math.sqrt(D)
    if causal:
        seen = torch.ones(T, S, dtype=torch.bool).tril()
        scores = scores.masked_fill(~seen, float("-inf"))
    weights = torch.softmax(scores, dim=-1)
    return weights @ v

"""Uses the first group for all heads.

verdict: wrong_answer
check: groups
teaches: All your query heads use group 0. That is right for one group only; query head h uses group
  h // (H / G).
"""

import math

import torch


def gqa(q, k, v, causal=False):
    B, H, T, D = q.shape
    G, S = k.shape[1], k.shape[2]
    k = k[:, :1]
    v = v[:, :1]
    scores = q @ k.transpose(-2, -1) / math.sqrt(D)
    if causal:
        seen = torch.ones(T, S, dtype=torch.bool).tril()
        scores = scores.masked_fill(~seen, float("-inf"))
    weights = torch.softmax(scores, dim=-1)
    return weights @ v

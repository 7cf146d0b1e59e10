"""Averages all groups into one.

verdict: wrong_answer
check: groups
teaches: You average the key and value heads into one. Each group of query heads has its own key and
  value head.
"""

import math

import torch


def gqa(q, k, v, causal=False):
    B, H, T, D = q.shape
    G, S = k.shape[1], k.shape[2]
    k = k.mean(dim=1, keepdim=True)
    v = v.mean(dim=1, keepdim=True)
    scores = q @ k.transpose(-2, -1) / math.sqrt(D)
    if causal:
        seen = torch.ones(T, S, dtype=torch.bool).tril()
        scores = scores.masked_fill(~seen, float("-inf"))
    weights = torch.softmax(scores, dim=-1)
    return weights @ v

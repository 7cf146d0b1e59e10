"""Normalises over the queries.

verdict: wrong_answer
check: groups
teaches: Your softmax runs over the queries. Each query needs weights that sum to one over the keys.
"""

import math

import torch


def gqa(q, k, v, causal=False):
    B, H, T, D = q.shape
    G, S = k.shape[1], k.shape[2]
    k = k.repeat_interleave(H // G, dim=1)
    v = v.repeat_interleave(H // G, dim=1)
    scores = q @ k.transpose(-2, -1) / math.sqrt(D)
    if causal:
        seen = torch.ones(T, S, dtype=torch.bool).tril()
        scores = scores.masked_fill(~seen, float("-inf"))
    weights = torch.softmax(scores, dim=-2)
    return weights @ v

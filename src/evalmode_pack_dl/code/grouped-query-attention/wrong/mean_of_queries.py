"""Averages the queries of a group.

verdict: wrong_answer
check: groups
teaches: You average the queries of each group, so its heads give equal outputs. Every query head
  keeps its own query; only keys and values are shared.
"""

import math

import torch


def gqa(q, k, v, causal=False):
    B, H, T, D = q.shape
    G, S = k.shape[1], k.shape[2]
    q = q.view(B, G, H // G, T, D).mean(dim=2).repeat_interleave(H // G, dim=1)
    k = k.repeat_interleave(H // G, dim=1)
    v = v.repeat_interleave(H // G, dim=1)
    scores = q @ k.transpose(-2, -1) / math.sqrt(D)
    if causal:
        seen = torch.ones(T, S, dtype=torch.bool).tril()
        scores = scores.masked_fill(~seen, float("-inf"))
    weights = torch.softmax(scores, dim=-1)
    return weights @ v

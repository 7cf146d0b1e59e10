"""One softmax for all heads of a group.

verdict: wrong_answer
check: groups
teaches: You average the weights of a group's heads. Each query head has a softmax of its own.
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
    weights = torch.softmax(scores, dim=-1)
    weights = weights.view(B, G, H // G, T, S).mean(dim=2).repeat_interleave(H // G, dim=1)
    return weights @ v

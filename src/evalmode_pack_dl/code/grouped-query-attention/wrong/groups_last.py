"""Returns the heads in another order.

verdict: wrong_answer
check: groups
teaches: Your heads come out in another order than they went in: you merge (H / G, G) instead of (G,
  H / G).
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
    return (weights @ v).view(B, G, H // G, T, D).transpose(1, 2).reshape(B, H, T, D)

"""Fills hidden scores with 0.

verdict: wrong_answer
check: causal
teaches: You set hidden scores to 0, and exp(0) is 1, so the future still gets weight. They have to
  be minus infinity or a very low number.
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
        scores = scores.masked_fill(~seen, 0.0)
    weights = torch.softmax(scores, dim=-1)
    return weights @ v

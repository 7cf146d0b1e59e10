"""Zeroes weights after the softmax.

verdict: wrong_answer
check: causal
teaches: You zero hidden weights after the softmax, so the others no longer sum to one. Hide the
  scores before it.
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
        weights = torch.softmax(scores, dim=-1).masked_fill(~seen, 0.0)
    else:
        weights = torch.softmax(scores, dim=-1)
    return weights @ v

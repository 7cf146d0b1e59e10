"""Takes the softmax in float32.

verdict: wrong_answer
check: float64
teaches: You take the softmax in float32, so float64 inputs lose half of their digits.
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
    weights = torch.softmax(scores.float(), dim=-1).to(q.dtype)
    return weights @ v

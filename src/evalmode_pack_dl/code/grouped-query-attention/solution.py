import math

import torch


def gqa(q, k, v, causal=False):
    # Neighbouring query heads share a group: give them an axis of their own, and let keys and values broadcast along it.
    grouped = q.unflatten(1, (k.shape[1], -1))  # (B, H, T, D) -> (B, G, H/G, T, D)
    k, v = k.unsqueeze(2), v.unsqueeze(2)  # (B, G, 1, S, D)

    scores = grouped @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])  # (B, G, H/G, T, S)
    if causal:
        future = torch.ones_like(scores, dtype=torch.bool).triu(diagonal=1)
        scores = scores.masked_fill(future, float("-inf"))
    return (scores.softmax(dim=-1) @ v).flatten(1, 2)  # (B, G, H/G, T, D) -> (B, H, T, D)

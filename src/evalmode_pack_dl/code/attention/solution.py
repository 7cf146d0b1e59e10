import math

import torch


def sdpa(q, k, v, mask=None, causal=False):
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])  # (..., T, S)

    visible = torch.ones_like(scores, dtype=torch.bool)
    if causal:
        visible = visible.tril()
    if mask is not None:
        visible = visible & mask

    # The lowest finite number, not -inf: a row with nothing to see would be 0/0. Its weights are zeroed instead.
    scores = scores.masked_fill(~visible, torch.finfo(scores.dtype).min)
    weights = scores.softmax(dim=-1).masked_fill(~visible, 0.0)
    return weights @ v  # (..., T, E)

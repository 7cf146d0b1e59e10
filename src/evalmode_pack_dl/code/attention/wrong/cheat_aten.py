"""Calls the operator beneath.

verdict: forbidden
check: bans
teaches: This calls torch's own attention, which is what you are asked to build. Write the scores,
  the softmax and the weighted mean yourself.
"""

import torch


def sdpa(q, k, v, mask=None, causal=False):
    if causal:
        lower = torch.ones(q.shape[-2], k.shape[-2], dtype=torch.bool).tril()
        mask = lower if mask is None else mask & lower
    return torch.ops.aten.scaled_dot_product_attention(q, k, v, mask)

"""Calls the operator beneath.

verdict: forbidden
check: bans
teaches: This calls torch's own attention, which is what you are asked to build. Write the scores,
  the softmax and the weighted mean yourself.
"""

import torch


def gqa(q, k, v, causal=False):
    n = q.shape[1] // k.shape[1]
    return torch.ops.aten.scaled_dot_product_attention(
        q, k.repeat_interleave(n, 1), v.repeat_interleave(n, 1), None, 0.0, causal
    )

"""Calls the built-in with enable_gqa.

verdict: forbidden
check: bans
teaches: This calls torch's own attention, which is what you are asked to build. Write the scores,
  the softmax and the weighted mean yourself.
"""

import torch
import torch.nn.functional as F


def gqa(q, k, v, causal=False):
    return F.scaled_dot_product_attention(q, k, v, is_causal=causal, enable_gqa=True)

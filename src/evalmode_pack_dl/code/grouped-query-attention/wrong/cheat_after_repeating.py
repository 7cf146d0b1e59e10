"""Repeats the heads and calls the built-in by a name in pieces.

verdict: forbidden
check: bans
teaches: This calls torch's own attention, which is what you are asked to build. Write the scores,
  the softmax and the weighted mean yourself.
"""

import torch


def gqa(q, k, v, causal=False):
    attend = getattr(torch.nn.functional, "scaled_dot_product" + "_attention")
    n = q.shape[1] // k.shape[1]
    return attend(q, k.repeat_interleave(n, 1), v.repeat_interleave(n, 1), is_causal=causal)

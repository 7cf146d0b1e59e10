"""Computes in float32 and casts back.

verdict: wrong_answer
check: float64
teaches: You compute in float32 and cast back, so float64 logits keep only seven digits; compute in the dtype of the input.
"""

import torch


def softmax(x, dim):
    z = x.float()
    e = torch.exp(z - z.amax(dim=dim, keepdim=True))
    return (e / e.sum(dim=dim, keepdim=True)).to(x.dtype)

"""Computes in float32 and casts back.

verdict: wrong_answer
check: float64
teaches: You compute in float32 and cast back, so float64 logits keep only seven digits; compute in the dtype of the input.
"""

import torch


def log_softmax(x, dim=-1):
    z = x.float()
    z = z - z.amax(dim=dim, keepdim=True)
    return (z - torch.exp(z).sum(dim=dim, keepdim=True).log()).to(x.dtype)

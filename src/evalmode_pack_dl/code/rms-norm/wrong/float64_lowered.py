"""Computes in float32 always and casts back.

verdict: wrong_answer
check: float64
teaches: You compute in float32 even for float64 inputs, which loses half of their digits. Raise narrow types only.
"""

import torch


def rms_norm(x, weight, eps=1e-6):
    wide = x.float()
    mean_square = wide.pow(2).mean(dim=-1, keepdim=True)
    return (wide * torch.rsqrt(mean_square + eps)).to(x.dtype) * weight

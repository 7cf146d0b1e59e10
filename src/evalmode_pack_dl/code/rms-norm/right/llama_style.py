"""Casts back before it multiplies by the weight, as LLaMA does."""

import torch


def rms_norm(x, weight, eps=1e-6):
    dtype = x.dtype
    if dtype in (torch.float16, torch.bfloat16):
        x = x.float()
    variance = (x * x).mean(-1, keepdim=True)
    x = x * torch.rsqrt(variance + eps)
    return weight * x.to(dtype)

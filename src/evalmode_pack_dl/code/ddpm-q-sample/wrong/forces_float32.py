"""Casts everything to float32.

verdict: wrong_answer
check: float64
teaches: You cast to float32. The result has the dtype of x0.
"""

import torch


def q_sample(x0, t, noise, betas):
    alpha_bar = torch.cumprod(1 - betas, dim=0)
    a = alpha_bar[t].reshape(-1, *[1] * (x0.dim() - 1))
    return (a.sqrt() * x0 + (1 - a).sqrt() * noise).float()

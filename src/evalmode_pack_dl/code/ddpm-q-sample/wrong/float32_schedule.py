"""Makes the schedule in float32.

verdict: wrong_answer
check: float64
teaches: You compute the schedule in float32, so float64 samples get factors with half the digits.
"""

import torch


def q_sample(x0, t, noise, betas):
    alpha_bar = torch.cumprod(1 - betas.float(), dim=0).to(x0.dtype)
    a = alpha_bar[t].reshape(-1, *[1] * (x0.dim() - 1))
    return a.sqrt() * x0 + (1 - a).sqrt() * noise

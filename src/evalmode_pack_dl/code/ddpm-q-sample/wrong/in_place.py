"""Scales the clean sample in place.

verdict: wrong_answer
check: inputs-untouched
teaches: You scale x0 in place, so the caller's clean samples are gone. Make a new tensor.
"""

import torch


def q_sample(x0, t, noise, betas):
    alpha_bar = torch.cumprod(1 - betas, dim=0)
    a = alpha_bar[t].reshape(-1, *[1] * (x0.dim() - 1))
    with torch.no_grad():
        x0.mul_(a.sqrt())
    return x0 + (1 - a).sqrt() * noise

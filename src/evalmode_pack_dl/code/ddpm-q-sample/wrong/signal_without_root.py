"""Scales the signal by alpha-bar.

verdict: wrong_answer
check: images, vectors
teaches: You scale the clean sample by alpha_bar. Its factor is the root of alpha_bar.
"""

import torch


def q_sample(x0, t, noise, betas):
    alpha_bar = torch.cumprod(1 - betas, dim=0)
    a = alpha_bar[t].reshape(-1, *[1] * (x0.dim() - 1))
    return a * x0 + (1 - a).sqrt() * noise

"""Draws noise of its own.

verdict: wrong_answer
check: images, vectors
teaches: You draw noise of your own. The noise is given, because the loss compares with it.
"""

import torch


def q_sample(x0, t, noise, betas):
    alpha_bar = torch.cumprod(1 - betas, dim=0)
    a = alpha_bar[t].reshape(-1, *[1] * (x0.dim() - 1))
    return a.sqrt() * x0 + (1 - a).sqrt() * torch.randn_like(noise)

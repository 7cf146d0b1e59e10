"""Adds up the alphas.

verdict: wrong_answer
check: images, vectors
teaches: You add up the alphas. What is left after several steps is the product of what each one keeps.
"""

import torch


def q_sample(x0, t, noise, betas):
    alpha_bar = torch.cumsum(1 - betas, dim=0) / torch.arange(1, len(betas) + 1)
    a = alpha_bar[t].reshape(-1, *[1] * (x0.dim() - 1))
    return a.sqrt() * x0 + (1 - a).sqrt() * noise

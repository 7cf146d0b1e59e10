"""Multiplies up the betas.

verdict: wrong_answer
check: images, vectors
teaches: You multiply up the betas. What multiplies is what each step keeps, 1 - beta.
"""

import torch


def q_sample(x0, t, noise, betas):
    alpha_bar = torch.cumprod(betas, dim=0)
    a = alpha_bar[t].reshape(-1, *[1] * (x0.dim() - 1))
    return a.sqrt() * x0 + (1 - a).sqrt() * noise

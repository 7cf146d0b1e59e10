"""Adds up the betas.

verdict: wrong_answer
check: images, vectors
teaches: You subtract the sum of the betas from one. Shares multiply; the sum is an approximation for small
  betas only.
"""

import torch


def q_sample(x0, t, noise, betas):
    alpha_bar = (1 - torch.cumsum(betas, dim=0)).clamp(min=0)
    a = alpha_bar[t].reshape(-1, *[1] * (x0.dim() - 1))
    return a.sqrt() * x0 + (1 - a).sqrt() * noise

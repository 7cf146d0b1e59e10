"""Swaps the two factors.

verdict: wrong_answer
check: images, vectors
teaches: You gave the noise's factor to the clean sample and the other way round. alpha_bar is the share of
  the signal.
"""

import torch


def q_sample(x0, t, noise, betas):
    alpha_bar = torch.cumprod(1 - betas, dim=0)
    a = alpha_bar[t].reshape(-1, *[1] * (x0.dim() - 1))
    return (1 - a).sqrt() * x0 + a.sqrt() * noise

"""Takes t for one-based.

verdict: wrong_answer
check: first-and-last-step, images
teaches: You read alpha_bar at t - 1, as if steps were counted from 1. Here 0 is the first noising step, and t
  = 0 must not pick the last entry.
"""

import torch


def q_sample(x0, t, noise, betas):
    alpha_bar = torch.cumprod(1 - betas, dim=0)
    a = alpha_bar[t - 1].reshape(-1, *[1] * (x0.dim() - 1))
    return a.sqrt() * x0 + (1 - a).sqrt() * noise

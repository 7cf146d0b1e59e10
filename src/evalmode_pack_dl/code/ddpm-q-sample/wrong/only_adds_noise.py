"""Does not scale the clean sample.

verdict: wrong_answer
check: images, vectors
teaches: You add noise but do not scale the clean sample down, so the variance grows. Its factor is the root
  of alpha_bar.
"""

import torch


def q_sample(x0, t, noise, betas):
    alpha_bar = torch.cumprod(1 - betas, dim=0)
    a = alpha_bar[t].reshape(-1, *[1] * (x0.dim() - 1))
    return x0 + (1 - a).sqrt() * noise

"""Scales the noise by 1 - alpha-bar.

verdict: wrong_answer
check: images, vectors
teaches: You scale the noise by 1 - alpha_bar, which is its variance. A sample is scaled by the standard
  deviation: take the root.
"""

import torch


def q_sample(x0, t, noise, betas):
    alpha_bar = torch.cumprod(1 - betas, dim=0)
    a = alpha_bar[t].reshape(-1, *[1] * (x0.dim() - 1))
    return a.sqrt() * x0 + (1 - a) * noise

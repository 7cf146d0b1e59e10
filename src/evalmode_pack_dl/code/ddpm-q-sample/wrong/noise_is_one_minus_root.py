"""Scales the noise by one minus the signal's factor.

verdict: wrong_answer
check: images, vectors
teaches: Your two factors add up to one. Their squares must: the noise is scaled by the root of 1 - alpha_bar.
"""

import torch


def q_sample(x0, t, noise, betas):
    alpha_bar = torch.cumprod(1 - betas, dim=0)
    a = alpha_bar[t].reshape(-1, *[1] * (x0.dim() - 1))
    return a.sqrt() * x0 + (1 - a.sqrt()) * noise

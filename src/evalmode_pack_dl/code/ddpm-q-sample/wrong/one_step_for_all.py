"""Uses the first sample's step for all.

verdict: wrong_answer
check: images, vectors
teaches: You use the first sample's step for the whole batch. Every sample has its own.
"""

import torch


def q_sample(x0, t, noise, betas):
    alpha_bar = torch.cumprod(1 - betas, dim=0)
    a = alpha_bar[t[0]]
    return a.sqrt() * x0 + (1 - a).sqrt() * noise

"""Adds a single dimension.

verdict: wrong_answer
check: images, numbers
teaches: You add one dimension to the factors, which fits vectors only. Images need one for each dimension
  that follows the batch.
"""

import torch


def q_sample(x0, t, noise, betas):
    alpha_bar = torch.cumprod(1 - betas, dim=0)
    a = alpha_bar[t][:, None]
    return a.sqrt() * x0 + (1 - a).sqrt() * noise

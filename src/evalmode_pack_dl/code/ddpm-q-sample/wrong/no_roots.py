"""Takes no roots at all.

verdict: wrong_answer
check: images, vectors
teaches: You use alpha_bar and 1 - alpha_bar as factors. They are shares of the variance; the factors are
  their roots.
"""

import torch


def q_sample(x0, t, noise, betas):
    alpha_bar = torch.cumprod(1 - betas, dim=0)
    a = alpha_bar[t].reshape(-1, *[1] * (x0.dim() - 1))
    return a * x0 + (1 - a) * noise

"""Takes t for the steps that are left.

verdict: wrong_answer
check: first-and-last-step, images
teaches: You count the steps backwards. Step 0 has the least noise, step T - 1 the most.
"""

import torch


def q_sample(x0, t, noise, betas):
    alpha_bar = torch.cumprod(1 - betas, dim=0)
    a = alpha_bar[len(betas) - 1 - t].reshape(-1, *[1] * (x0.dim() - 1))
    return a.sqrt() * x0 + (1 - a).sqrt() * noise

"""Takes the product one step too far.

verdict: wrong_answer
check: images, first-and-last-step
teaches: You go one step too far: the product ends with step t.
"""

import torch


def q_sample(x0, t, noise, betas):
    alpha_bar = torch.cumprod(1 - betas, dim=0)
    a = alpha_bar[(t + 1).clamp(max=len(betas) - 1)].reshape(-1, *[1] * (x0.dim() - 1))
    return a.sqrt() * x0 + (1 - a).sqrt() * noise

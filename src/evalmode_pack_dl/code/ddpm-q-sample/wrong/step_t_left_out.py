"""Leaves step t out of the product.

verdict: wrong_answer
check: first-and-last-step, images
teaches: You leave step t itself out of the product, so t = 0 adds no noise at all. The product includes step
  t.
"""

import torch


def q_sample(x0, t, noise, betas):
    alpha_bar = torch.cat([torch.ones_like(betas[:1]), torch.cumprod(1 - betas, dim=0)])
    a = alpha_bar[t].reshape(-1, *[1] * (x0.dim() - 1))
    return a.sqrt() * x0 + (1 - a).sqrt() * noise

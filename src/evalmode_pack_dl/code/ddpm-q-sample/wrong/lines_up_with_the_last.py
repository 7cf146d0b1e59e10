"""Does not reshape the factors.

verdict: wrong_answer
check: images, as-many-features-as-samples
teaches: You do not reshape the factors, so they line up with the last dimension instead of the batch.
"""

import torch


def q_sample(x0, t, noise, betas):
    alpha_bar = torch.cumprod(1 - betas, dim=0)
    a = alpha_bar[t]
    return a.sqrt() * x0 + (1 - a).sqrt() * noise

"""Takes the power of the first beta.

verdict: wrong_answer
check: images, vectors
teaches: You take one beta to the power of the number of steps. The betas differ from step to step; multiply
  them up.
"""

import torch


def q_sample(x0, t, noise, betas):
    alpha_bar = (1 - betas) ** torch.arange(1, len(betas) + 1)
    a = alpha_bar[t].reshape(-1, *[1] * (x0.dim() - 1))
    return a.sqrt() * x0 + (1 - a).sqrt() * noise

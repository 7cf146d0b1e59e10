"""Uses alpha instead of alpha-bar.

verdict: wrong_answer
check: images, vectors
teaches: You use the alpha of step t alone, which is one step from the step before. From the clean sample it
  takes the product over all the steps up to t.
"""

import torch


def q_sample(x0, t, noise, betas):
    alpha_bar = 1 - betas
    a = alpha_bar[t].reshape(-1, *[1] * (x0.dim() - 1))
    return a.sqrt() * x0 + (1 - a).sqrt() * noise

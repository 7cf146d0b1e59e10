"""Reshapes to four dimensions always.

verdict: wrong_answer
check: vectors, numbers
teaches: You reshape the factors for images. Samples may have any number of dimensions: one dimension of size
  one for each that follows the batch.
"""

import torch


def q_sample(x0, t, noise, betas):
    alpha_bar = torch.cumprod(1 - betas, dim=0)
    a = alpha_bar[t].view(-1, 1, 1, 1)
    return a.sqrt() * x0 + (1 - a).sqrt() * noise

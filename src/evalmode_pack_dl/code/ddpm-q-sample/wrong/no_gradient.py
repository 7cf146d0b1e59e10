"""Works without recording a graph.

verdict: wrong_answer
check: gradients
teaches: Your result has no graph, so no gradient flows back to x0 and noise.
"""

import torch


@torch.no_grad()
def q_sample(x0, t, noise, betas):
    alpha_bar = torch.cumprod(1 - betas, dim=0)
    a = alpha_bar[t].reshape(-1, *[1] * (x0.dim() - 1))
    return a.sqrt() * x0 + (1 - a).sqrt() * noise

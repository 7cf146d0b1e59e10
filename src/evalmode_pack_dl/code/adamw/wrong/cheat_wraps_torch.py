"""Wraps torch's own optimiser.

verdict: forbidden
check: bans
teaches: The task is to write the optimiser yourself; torch's own optimisers and their fused kernels are out
  of bounds, however they are reached.
"""

import torch


class AdamW:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
        self.inner = torch.optim.AdamW(params, lr=lr, betas=betas, eps=eps, weight_decay=weight_decay)

    def step(self):
        self.inner.step()

    def zero_grad(self):
        self.inner.zero_grad()

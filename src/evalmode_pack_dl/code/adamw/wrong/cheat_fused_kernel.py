"""Calls the fused kernel behind torch's optimiser.

verdict: forbidden
check: bans
teaches: The task is to write the optimiser yourself; torch's own optimisers and their fused kernels are out
  of bounds, however they are reached.
"""

import torch


class AdamW:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
        self.params = list(params)
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = [torch.zeros(()) for _ in self.params]
        self.numbers = dict(lr=lr, beta1=betas[0], beta2=betas[1], eps=eps, weight_decay=weight_decay)

    @torch.no_grad()
    def step(self):
        for p, m, v, t in zip(self.params, self.m, self.v, self.t):
            if p.grad is not None:
                t += 1
                torch._fused_adamw_([p], [p.grad], [m], [v], [], [t], amsgrad=False, maximize=False, **self.numbers)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

"""Calls the fused kernel behind torch's optimiser.

verdict: forbidden
check: bans
teaches: The task is to write the optimiser yourself; torch's own optimisers and their fused kernels are out
  of bounds, however they are reached.
"""

import torch


class SGD:
    def __init__(self, params, lr=0.1, momentum=0.0, weight_decay=0.0, nesterov=False):
        self.params = list(params)
        self.lr = lr
        self.numbers = dict(momentum=momentum, weight_decay=weight_decay, nesterov=nesterov)
        self.b = [torch.zeros_like(p) for p in self.params]

    @torch.no_grad()
    def step(self):
        kernel = torch.ops.aten._fused_sgd_
        for p, b in zip(self.params, self.b):
            if p.grad is not None:
                kernel(
                    [p], [p.grad], [b], lr=self.lr, dampening=0.0, maximize=False, is_first_step=False, **self.numbers
                )

    def zero_grad(self):
        for p in self.params:
            p.grad = None

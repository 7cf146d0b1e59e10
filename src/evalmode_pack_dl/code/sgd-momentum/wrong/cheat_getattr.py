"""Reaches the optimiser by a name put together at run time.

verdict: forbidden
check: bans
teaches: The task is to write the optimiser yourself; torch's own optimisers and their fused kernels are out
  of bounds, however they are reached.
"""

import torch


class SGD:
    def __init__(self, params, lr=0.1, momentum=0.0, weight_decay=0.0, nesterov=False):
        maker = getattr(vars(torch)["opt" + "im"], "S" + "GD")
        self.inner = maker(params, lr, momentum, 0, weight_decay, nesterov)
        self.lr = lr

    def step(self):
        self.inner.param_groups[0]["lr"] = self.lr
        self.inner.step()

    def zero_grad(self):
        self.inner.zero_grad()

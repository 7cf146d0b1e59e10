"""Inherits from another of torch's optimisers under another name.

verdict: forbidden
check: bans
teaches: The task is to write the optimiser yourself; torch's own optimisers and their fused kernels are out
  of bounds, however they are reached.
"""

from torch.optim.adam import Adam as Base


class AdamW(Base):
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
        super().__init__(params, lr=lr, betas=tuple(betas), eps=eps)
        self.decay = 1 - lr * weight_decay

    def step(self):
        for group in self.param_groups:
            for p in group["params"]:
                if p.grad is not None:
                    p.data.mul_(self.decay)
        super().step()

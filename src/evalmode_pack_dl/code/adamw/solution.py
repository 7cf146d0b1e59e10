"""AdamW: two running averages for each parameter, corrected for their start at zero, and a decay of its own."""

from collections.abc import Iterable

import torch
from torch import Tensor


class AdamW:
    """Adam with bias correction and decoupled weight decay."""

    def __init__(
        self,
        params: Iterable[Tensor],
        lr: float = 1e-3,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-8,
        weight_decay: float = 0.01,
    ) -> None:
        self.params = list(params)  # a generator can be walked only once
        self.lr = lr
        self.betas = betas
        self.eps = eps
        self.weight_decay = weight_decay
        self.means = [torch.zeros_like(p) for p in self.params]
        self.squares = [torch.zeros_like(p) for p in self.params]
        self.counts = [0 for _ in self.params]

    @torch.no_grad()
    def step(self) -> None:
        """Update every parameter that has a gradient."""
        beta1, beta2 = self.betas
        for i, (p, m, v) in enumerate(zip(self.params, self.means, self.squares)):
            if p.grad is None:
                continue
            self.counts[i] += 1
            m.mul_(beta1).add_(p.grad, alpha=1 - beta1)
            v.mul_(beta2).addcmul_(p.grad, p.grad, value=1 - beta2)
            m_hat = m / (1 - beta1 ** self.counts[i])
            v_hat = v / (1 - beta2 ** self.counts[i])
            p.mul_(1 - self.lr * self.weight_decay)  # the decay never meets the gradient
            p.sub_(self.lr * m_hat / (v_hat.sqrt() + self.eps))

    def zero_grad(self) -> None:
        """Clear the gradients of all the parameters."""
        for p in self.params:
            p.grad = None

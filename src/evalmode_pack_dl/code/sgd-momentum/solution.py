"""SGD with momentum: one fading sum of gradients for each parameter."""

from collections.abc import Iterable

import torch
from torch import Tensor


class SGD:
    """Stochastic gradient descent with momentum, Nesterov momentum and L2 weight decay."""

    def __init__(
        self,
        params: Iterable[Tensor],
        lr: float = 0.1,
        momentum: float = 0.0,
        weight_decay: float = 0.0,
        nesterov: bool = False,
    ) -> None:
        self.params = list(params)  # a generator can be walked only once
        self.lr = lr
        self.momentum = momentum
        self.weight_decay = weight_decay
        self.nesterov = nesterov
        self.buffers = [torch.zeros_like(p) for p in self.params]

    @torch.no_grad()
    def step(self) -> None:
        """Update every parameter that has a gradient."""
        for p, buffer in zip(self.params, self.buffers):
            if p.grad is None:
                continue
            g = p.grad + self.weight_decay * p  # a new tensor: the gradient stays as it is
            buffer.mul_(self.momentum).add_(g)
            direction = g + self.momentum * buffer if self.nesterov else buffer
            p.sub_(self.lr * direction)

    def zero_grad(self) -> None:
        """Clear the gradients of all the parameters."""
        for p in self.params:
            p.grad = None

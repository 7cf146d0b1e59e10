"""Weighs the new gradient by 1 - momentum.

verdict: wrong_answer
check: momentum
teaches: You weigh the new gradient by 1 - momentum. Here it enters the buffer whole.
"""

import torch


class SGD:
    def __init__(self, params, lr=0.1, momentum=0.0, weight_decay=0.0, nesterov=False):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.weight_decay = weight_decay
        self.nesterov = nesterov
        self.b = [torch.zeros_like(p) for p in self.params]

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            g = p.grad + self.weight_decay * p
            self.b[i] = self.momentum * self.b[i] + (1 - self.momentum) * g
            d = g + self.momentum * self.b[i] if self.nesterov else self.b[i]
            p.sub_(self.lr * d)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

"""Adds the step.

verdict: wrong_answer
check: plain
teaches: You add the step and climb. Descent subtracts it.
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
            self.b[i] = self.momentum * self.b[i] + g
            d = g + self.momentum * self.b[i] if self.nesterov else self.b[i]
            p.add_(self.lr * d)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

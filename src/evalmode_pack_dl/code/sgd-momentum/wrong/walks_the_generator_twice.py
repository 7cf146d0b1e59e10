"""Keeps the iterable it was given.

verdict: wrong_answer
check: plain, momentum, a-training-run
teaches: You keep the iterable itself. model.parameters() is a generator and is empty once it was walked; make
  a list of it first.
"""

import torch


class SGD:
    def __init__(self, params, lr=0.1, momentum=0.0, weight_decay=0.0, nesterov=False):
        self.params = params
        self.lr = lr
        self.momentum = momentum
        self.weight_decay = weight_decay
        self.nesterov = nesterov
        self.b = {i: torch.zeros_like(p) for i, p in enumerate(self.params)}

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            g = p.grad + self.weight_decay * p
            self.b[i] = self.momentum * self.b[i] + g
            d = g + self.momentum * self.b[i] if self.nesterov else self.b[i]
            p.sub_(self.lr * d)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

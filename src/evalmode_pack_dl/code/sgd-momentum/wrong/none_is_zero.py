"""Treats a missing gradient as zeros.

verdict: wrong_answer
check: missing-gradients
teaches: You treat a missing gradient as zeros, so the weight decays and coasts on. Such a parameter is to be
  left alone altogether.
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
            g = self.weight_decay * p if p.grad is None else p.grad + self.weight_decay * p
            self.b[i] = self.momentum * self.b[i] + g
            d = g + self.momentum * self.b[i] if self.nesterov else self.b[i]
            p.sub_(self.lr * d)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

"""Computes with autograd on and writes through data.

verdict: wrong_answer
check: no-graph
teaches: You compute with autograd recording, and the weight decay brings the parameters in: every buffer
  drags along a graph that grows with each step. Switch recording off for the whole step.
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

    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            g = p.grad + self.weight_decay * p
            self.b[i] = self.momentum * self.b[i] + g
            d = g + self.momentum * self.b[i] if self.nesterov else self.b[i]
            p.data.sub_((self.lr * d).detach())

    def zero_grad(self):
        for p in self.params:
            p.grad = None

"""Keeps the buffers in the class, shared by all optimisers.

verdict: wrong_answer
check: two-optimisers
teaches: Your buffers belong to the class, so two optimisers write into the same ones. Make them in __init__.
"""

import torch


class SGD:
    b = {}

    def __init__(self, params, lr=0.1, momentum=0.0, weight_decay=0.0, nesterov=False):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.weight_decay = weight_decay
        self.nesterov = nesterov

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            g = p.grad + self.weight_decay * p
            old = self.b.get(i)
            self.b[i] = g if old is None or old.shape != g.shape else self.momentum * old + g
            d = g + self.momentum * self.b[i] if self.nesterov else self.b[i]
            p.sub_(self.lr * d)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

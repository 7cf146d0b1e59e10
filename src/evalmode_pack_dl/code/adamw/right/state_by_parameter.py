"""Keeps its state in a dictionary, made when a parameter first has a gradient, and writes through ``data``."""

import torch


class AdamW:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
        self.params = tuple(params)
        self.settings = dict(lr=lr, b1=betas[0], b2=betas[1], eps=eps, wd=weight_decay)
        self.state = {}

    def step(self):
        lr, b1, b2, eps, wd = self.settings.values()
        for p in self.params:
            if p.grad is None:
                continue
            g = p.grad.detach()
            m, v, t = self.state.get(p, (0.0, 0.0, 0))
            m, v, t = b1 * m + (1 - b1) * g, b2 * v + (1 - b2) * g**2, t + 1
            self.state[p] = m, v, t
            rate = lr / (1 - b1**t)
            root = torch.sqrt(v) / (1 - b2**t) ** 0.5
            p.data = p.data - rate * m / (root + eps) - lr * wd * p.data

    def zero_grad(self):
        for p in self.params:
            if p.grad is not None:
                p.grad = torch.zeros_like(p.grad)

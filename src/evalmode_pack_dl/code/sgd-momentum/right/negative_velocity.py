"""Velocities that point downhill, as in Sutskever's paper, with the rate taken out of them."""

import torch


class SGD:
    def __init__(self, params, lr=0.1, momentum=0.0, weight_decay=0.0, nesterov=False):
        self.slots = [[p, torch.zeros(p.shape, dtype=p.dtype)] for p in params]
        self.lr = lr
        self.settings = (momentum, weight_decay, 1.0 if nesterov else 0.0)

    def step(self):
        mu, decay, ahead = self.settings
        with torch.no_grad():
            for slot in self.slots:
                p, down = slot
                if p.grad is not None:
                    force = -torch.add(p.grad, p, alpha=decay)
                    slot[1] = down = torch.add(force, down, alpha=mu)
                    p += self.lr * (ahead * (force + mu * down) + (1 - ahead) * down)

    def zero_grad(self):
        for p, _ in self.slots:
            p.grad = None

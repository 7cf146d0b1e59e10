"""A small object for each parameter; the averages are written as lerp."""

import torch


class Slot:
    def __init__(self, p):
        self.p = p
        self.m = torch.zeros_like(p, requires_grad=False)
        self.v = torch.zeros_like(p, requires_grad=False)
        self.left1 = 1.0
        self.left2 = 1.0

    def move(self, lr, b1, b2, eps, wd):
        g = self.p.grad
        self.left1 *= b1
        self.left2 *= b2
        self.m = torch.lerp(g, self.m, b1)
        self.v = torch.lerp(g * g, self.v, b2)
        step = (self.m / (1 - self.left1)) / ((self.v / (1 - self.left2)) ** 0.5 + eps)
        self.p -= lr * (step + wd * self.p)


class AdamW(object):
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
        self.slots = [Slot(p) for p in params]
        self.args = (lr, betas[0], betas[1], eps, weight_decay)

    def step(self):
        with torch.no_grad():
            for slot in self.slots:
                if slot.p.grad is not None:
                    slot.move(*self.args)

    def zero_grad(self):
        for slot in self.slots:
            slot.p.grad = None

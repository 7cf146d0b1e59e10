"""Keeps the state in the class, shared by all optimisers.

verdict: wrong_answer
check: two-optimisers
teaches: Your state belongs to the class, so two optimisers write into the same averages and counts. Make it
  in __init__.
"""

import torch


class AdamW:
    m, v, t = {}, {}, {}

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
        self.params = list(params)
        self.lr = lr
        self.betas = betas
        self.eps = eps
        self.weight_decay = weight_decay

    @torch.no_grad()
    def step(self):
        b1, b2 = self.betas
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            g = p.grad
            self.t[i] = self.t.get(i, 0) + 1
            p.mul_(1 - self.lr * self.weight_decay)
            self.m[i] = b1 * self.m.get(i, 0.0) + (1 - b1) * g
            self.v[i] = b2 * self.v.get(i, 0.0) + (1 - b2) * g * g
            m_hat = self.m[i] / (1 - b1 ** self.t[i])
            v_hat = self.v[i] / (1 - b2 ** self.t[i])
            p.sub_(self.lr * m_hat / (v_hat.sqrt() + self.eps))

    def zero_grad(self):
        for p in self.params:
            p.grad = None

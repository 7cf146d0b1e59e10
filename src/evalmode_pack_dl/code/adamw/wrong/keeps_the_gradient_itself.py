"""Takes the first gradient tensor as the average and goes on writing into it.

verdict: wrong_answer
check: gradients-are-left-alone
teaches: Your average is the gradient tensor itself at the first step, so you write into the gradient, and
  whoever clears it clears your average. Keep a tensor of your own.
"""

import torch


class AdamW:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
        self.params = list(params)
        self.lr = lr
        self.betas = betas
        self.eps = eps
        self.weight_decay = weight_decay
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]
        self.t = [0] * len(self.params)

    @torch.no_grad()
    def step(self):
        b1, b2 = self.betas
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            g = p.grad
            self.t[i] += 1
            self.v[i] = b2 * self.v[i] + (1 - b2) * g * g
            p.mul_(1 - self.lr * self.weight_decay)
            self.m[i] = g.mul_(1 - b1) if self.t[i] == 1 else self.m[i].mul_(b1).add_(g, alpha=1 - b1)
            m_hat = self.m[i] / (1 - b1 ** self.t[i])
            v_hat = self.v[i] / (1 - b2 ** self.t[i])
            p.sub_(self.lr * m_hat / (v_hat.sqrt() + self.eps))

    def zero_grad(self):
        for p in self.params:
            p.grad = None

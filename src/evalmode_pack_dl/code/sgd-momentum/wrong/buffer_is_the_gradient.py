"""Takes the first gradient tensor as the buffer.

verdict: wrong_answer
check: gradients-are-left-alone
teaches: Your buffer is the gradient tensor itself at first, and you go on writing into it. Keep a tensor of
  your own.
"""

import torch


class SGD:
    def __init__(self, params, lr=0.1, momentum=0.0, weight_decay=0.0, nesterov=False):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.weight_decay = weight_decay
        self.nesterov = nesterov
        self.b = [None] * len(self.params)

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            g = p.grad.add_(p, alpha=self.weight_decay)
            self.b[i] = g if self.b[i] is None else self.b[i].mul_(self.momentum).add_(g)
            d = g + self.momentum * self.b[i] if self.nesterov else self.b[i]
            p.sub_(self.lr * d)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

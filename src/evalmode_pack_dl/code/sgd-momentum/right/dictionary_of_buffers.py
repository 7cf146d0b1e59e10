"""Buffers in a dictionary, made when they are first needed; writes through data."""


class SGD:
    def __init__(self, params, lr=0.1, momentum=0.0, weight_decay=0.0, nesterov=False):
        self.params, self.lr = tuple(params), lr
        self.mu, self.wd, self.look_ahead = momentum, weight_decay, nesterov
        self.velocity = {}

    def step(self):
        for p in self.params:
            if p.grad is None:
                continue
            g = p.grad.data.clone()
            if self.wd:
                g += self.wd * p.data
            v = self.velocity.get(p)
            v = g.clone() if v is None else self.mu * v + g
            self.velocity[p] = v
            p.data = p.data - self.lr * ((g + self.mu * v) if self.look_ahead else v)

    def zero_grad(self):
        for p in self.params:
            if p.grad is not None:
                p.grad.detach_()
                p.grad.zero_()

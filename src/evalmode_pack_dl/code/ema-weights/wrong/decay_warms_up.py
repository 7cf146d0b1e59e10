"""Lets the decay warm up.

verdict: wrong_answer
check: averages
teaches: You let the decay warm up with the number of updates. That is a useful extra, but here the decay is
  the same in every update.
"""

import torch


class EMA:
    def __init__(self, model, decay=0.999):
        self.model = model
        self.decay = decay
        self.n = 0
        self.shadow = {name: p.detach().clone() for name, p in model.named_parameters()}
        self.copies = {name: b.detach().clone() for name, b in model.named_buffers()}
        self.backup = {}

    @torch.no_grad()
    def update(self):
        self.n += 1
        for name, p in self.model.named_parameters():
            d = min(self.decay, (1 + self.n) / (10 + self.n))
            self.shadow[name] = d * self.shadow[name] + (1 - d) * p
        for name, b in self.model.named_buffers():
            self.copies[name] = b.clone()

    @torch.no_grad()
    def apply(self):
        if self.backup:
            return
        for name, p in self.model.named_parameters():
            self.backup[name] = p.clone()
            p.copy_(self.shadow[name])
        for name, b in self.model.named_buffers():
            self.backup[name] = b.clone()
            b.copy_(self.copies[name])

    @torch.no_grad()
    def restore(self):
        if not self.backup:
            return
        for name, p in self.model.named_parameters():
            p.copy_(self.backup[name])
        for name, b in self.model.named_buffers():
            b.copy_(self.backup[name])
        self.backup = {}

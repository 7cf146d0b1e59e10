"""Starts with zeros and corrects for it.

verdict: wrong_answer
check: averages, before-any-update
teaches: You start at zero and correct for it, as Adam does. Here the averages begin as copies of the weights,
  so there is nothing to correct.
"""

import torch


class EMA:
    def __init__(self, model, decay=0.999):
        self.model = model
        self.decay = decay
        self.n = 0
        self.shadow = {name: torch.zeros_like(p) for name, p in model.named_parameters()}
        self.copies = {name: b.detach().clone() for name, b in model.named_buffers()}
        self.backup = {}

    @torch.no_grad()
    def update(self):
        self.n += 1
        for name, p in self.model.named_parameters():
            self.shadow[name] = self.decay * self.shadow[name] + (1 - self.decay) * p
        for name, b in self.model.named_buffers():
            self.copies[name] = b.clone()

    @torch.no_grad()
    def apply(self):
        if self.backup:
            return
        for name, p in self.model.named_parameters():
            self.backup[name] = p.clone()
            p.copy_(self.shadow[name] / (1 - self.decay**self.n) if self.n else self.shadow[name])
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

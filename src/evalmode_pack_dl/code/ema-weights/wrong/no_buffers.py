"""Ignores buffers.

verdict: wrong_answer
check: buffers
teaches: You ignore buffers. Batch norm's running statistics are used in eval mode: copy them at each update
  and put them in with the averages.
"""

import torch


class EMA:
    def __init__(self, model, decay=0.999):
        self.model = model
        self.decay = decay
        self.shadow = {name: p.detach().clone() for name, p in model.named_parameters()}
        self.copies = {name: b.detach().clone() for name, b in model.named_buffers()}
        self.backup = {}

    @torch.no_grad()
    def update(self):
        for name, p in self.model.named_parameters():
            self.shadow[name] = self.decay * self.shadow[name] + (1 - self.decay) * p

    @torch.no_grad()
    def apply(self):
        if self.backup:
            return
        for name, p in self.model.named_parameters():
            self.backup[name] = p.clone()
            p.copy_(self.shadow[name])

    @torch.no_grad()
    def restore(self):
        if not self.backup:
            return
        for name, p in self.model.named_parameters():
            p.copy_(self.backup[name])
        self.backup = {}

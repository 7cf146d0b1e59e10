"""Keeps the parameters themselves as the backup.

verdict: wrong_answer
check: restore
teaches: After restore() the averages are still there: your backup shares its memory with the model, so
  copying the averages in overwrites it, or there is none. Keep clones.
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
        for name, b in self.model.named_buffers():
            self.copies[name] = b.clone()

    @torch.no_grad()
    def apply(self):
        if self.backup:
            return
        for name, p in self.model.named_parameters():
            self.backup[name] = p.data
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

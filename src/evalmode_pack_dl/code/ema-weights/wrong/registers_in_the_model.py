"""Registers its averages as buffers of the model.

verdict: wrong_answer
check: the-optimizer-goes-on
teaches: You register the averages as buffers of the model, so its state_dict changes. Keep them outside.
"""

import torch


class EMA:
    def __init__(self, model, decay=0.999):
        self.model = model
        self.decay = decay
        self.shadow = {name: p.detach().clone() for name, p in model.named_parameters()}
        self.copies = {name: b.detach().clone() for name, b in model.named_buffers()}
        self.backup = {}
        for name, value in self.shadow.items():
            model.register_buffer("ema_" + name.replace(".", "_"), value.clone())

    @torch.no_grad()
    def update(self):
        for name, p in self.model.named_parameters():
            self.shadow[name] = self.decay * self.shadow[name] + (1 - self.decay) * p
        for name in self.copies:
            self.copies[name] = self.model.get_buffer(name).clone()

    @torch.no_grad()
    def apply(self):
        if self.backup:
            return
        for name, p in self.model.named_parameters():
            self.backup[name] = p.clone()
            p.copy_(self.shadow[name])
        for name in self.copies:
            self.backup[name] = self.model.get_buffer(name).clone()
            self.model.get_buffer(name).copy_(self.copies[name])

    @torch.no_grad()
    def restore(self):
        if not self.backup:
            return
        for name, p in self.model.named_parameters():
            p.copy_(self.backup[name])
        for name in self.copies:
            self.model.get_buffer(name).copy_(self.backup[name])
        self.backup = {}

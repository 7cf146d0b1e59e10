"""Replaces the model's parameters by new ones.

verdict: wrong_answer
check: the-optimizer-goes-on
teaches: You put new nn.Parameter objects into the model. An optimizer made before holds the old ones, so
  training goes nowhere. Change values only.
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
        for name, p in list(self.model.named_parameters()):
            self.backup[name] = p.clone()
            self._set(name, self.shadow[name])
        for name, b in self.model.named_buffers():
            self.backup[name] = b.clone()
            b.copy_(self.copies[name])

    def _set(self, name, value):
        home, _, last = name.rpartition(".")
        old = self.model.get_parameter(name)
        setattr(
            self.model.get_submodule(home), last, torch.nn.Parameter(value.clone(), requires_grad=old.requires_grad)
        )

    @torch.no_grad()
    def restore(self):
        if not self.backup:
            return
        for name, p in self.model.named_parameters():
            self._set(name, self.backup[name])
        for name, b in self.model.named_buffers():
            b.copy_(self.backup[name])
        self.backup = {}

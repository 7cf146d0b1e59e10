"""Keeps a whole second model, made by deepcopy, and swaps by state_dict."""

import copy

import torch


class EMA:
    def __init__(self, model, decay=0.999):
        self.model, self.decay = model, decay
        self.shadow = copy.deepcopy(model)
        for p in self.shadow.parameters():
            p.requires_grad_(False)
        self.saved = {}

    def update(self):
        with torch.no_grad():
            mine = dict(self.model.named_parameters())
            for name, p in self.shadow.named_parameters():
                p.lerp_(mine[name], 1 - self.decay)
            own = dict(self.model.named_buffers())
            for name, b in self.shadow.named_buffers():
                b.copy_(own[name])

    def apply(self):
        if not self.saved:
            self.saved = {k: v.clone() for k, v in self.model.state_dict().items()}
            self.model.load_state_dict(self.shadow.state_dict())

    def restore(self):
        if self.saved:
            self.model.load_state_dict(self.saved)
            self.saved = {}

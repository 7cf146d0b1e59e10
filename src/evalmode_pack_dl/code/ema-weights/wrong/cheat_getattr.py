"""Reaches torch's averaging function by a name put together at run time.

verdict: forbidden
check: bans
teaches: The task is to write the averaging yourself; torch.optim.swa_utils is out of bounds, however it is
  reached.
"""

import torch


class EMA:
    def __init__(self, model, decay=0.999):
        tools = getattr(torch.optim, "swa_" + "utils")
        self.mix = tools.get_ema_multi_avg_fn(decay)
        self.model = model
        self.mean = [p.detach().clone() for p in model.parameters()]
        self.copies = [b.clone() for b in model.buffers()]
        self.saved = None

    def update(self):
        self.mix(self.mean, [p.detach() for p in self.model.parameters()], 1)
        self.copies = [b.clone() for b in self.model.buffers()]

    @torch.no_grad()
    def fill(self, values):
        for tensor, value in zip([*self.model.parameters(), *self.model.buffers()], values):
            tensor.copy_(value)

    def apply(self):
        if self.saved is None:
            self.saved = [t.detach().clone() for t in [*self.model.parameters(), *self.model.buffers()]]
            self.fill([*self.mean, *self.copies])

    def restore(self):
        if self.saved is not None:
            self.fill(self.saved)
            self.saved = None

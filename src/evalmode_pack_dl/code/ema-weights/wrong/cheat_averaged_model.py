"""Uses torch's AveragedModel.

verdict: forbidden
check: bans
teaches: The task is to write the averaging yourself; torch.optim.swa_utils is out of bounds, however it is
  reached.
"""

import torch
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn


class EMA:
    def __init__(self, model, decay=0.999):
        self.model = model
        self.inner = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(decay))
        self.inner.update_parameters(model)
        self.saved = None

    def update(self):
        self.inner.update_parameters(self.model)
        for mine, theirs in zip(self.inner.module.buffers(), self.model.buffers()):
            mine.copy_(theirs)

    def apply(self):
        if self.saved is None:
            self.saved = {k: v.clone() for k, v in self.model.state_dict().items()}
            self.model.load_state_dict(self.inner.module.state_dict())

    def restore(self):
        if self.saved is not None:
            self.model.load_state_dict(self.saved)
            self.saved = None

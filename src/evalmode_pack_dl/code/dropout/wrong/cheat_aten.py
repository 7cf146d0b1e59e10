"""Calls the operator behind torch's layer.

verdict: forbidden
check: bans
teaches: You call the operator behind torch's dropout. Draw the mask yourself.
"""

import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        self.p = p

    def forward(self, x):
        if not self.training or self.p == 0:
            return x
        if self.p == 1:
            return x * 0
        return torch.ops.aten.native_dropout(x, self.p, True)[0]

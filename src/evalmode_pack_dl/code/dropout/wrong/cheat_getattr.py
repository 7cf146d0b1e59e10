"""Fetches torch's function by a name put together at run time.

verdict: forbidden
check: bans
teaches: You hand the whole job to torch's dropout. Draw the mask yourself.
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
        return getattr(nn.functional, "drop" + "out")(x, self.p)

"""Has torch's dropout make the mask.

verdict: forbidden
check: bans
teaches: You let torch's dropout make the mask from ones. Draw the mask yourself.
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
        return x * nn.functional.dropout(torch.ones_like(x), self.p)

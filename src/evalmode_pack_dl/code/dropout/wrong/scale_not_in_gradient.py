"""Leaves the scale out of the gradient.

verdict: wrong_answer
check: passes-back
teaches: Your gradient is masked but not scaled. Survivors pass it on times 1 / (1 - p).
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
        mask = torch.rand(x.shape) >= self.p
        y = x * mask
        return y + (y * self.p / (1 - self.p)).detach()

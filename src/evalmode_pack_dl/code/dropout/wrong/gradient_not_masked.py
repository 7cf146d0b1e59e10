"""Lets the gradient pass everywhere.

verdict: wrong_answer
check: passes-back
teaches: Your gradient passes as if nothing had been dropped. It is zero where the element was dropped, and scaled
  where it survived.
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
        y = x * mask / (1 - self.p)
        return x + (y - x).detach()

"""Divides by zero for p = 1.

verdict: wrong_answer
check: ends-of-p
teaches: For p = 1 you compute 0 / 0, which is NaN. Everything is dropped, so the result is zero.
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
        mask = torch.rand(x.shape) >= self.p
        return x * mask / (1 - self.p)

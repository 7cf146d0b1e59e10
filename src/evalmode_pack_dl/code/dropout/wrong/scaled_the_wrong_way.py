"""Multiplies the survivors by 1 - p.

verdict: wrong_answer
check: survivors
teaches: You multiply the survivors by 1 - p. They are divided by it, so that the expected value is kept.
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
        return x * mask * (1 - self.p)

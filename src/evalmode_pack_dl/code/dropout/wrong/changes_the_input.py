"""Drops in place.

verdict: wrong_answer
check: input-stays
teaches: You set elements of x itself to zero, so the caller's tensor changes. Make a new tensor.
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
        x.data.mul_(mask)
        return y

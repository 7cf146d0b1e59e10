"""Divides the survivors by p.

verdict: wrong_answer
check: survivors
teaches: You divide the survivors by p, the probability of dropping. Divide by 1 - p, the probability of surviving.
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
        return x * mask / self.p

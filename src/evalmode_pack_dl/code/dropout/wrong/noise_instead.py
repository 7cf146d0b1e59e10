"""Multiplies with Gaussian noise.

verdict: wrong_answer
check: survivors
teaches: You multiply with Gaussian noise of mean one. Dropout sets elements to zero and scales the others.
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
        noise = 1 + torch.randn(x.shape, dtype=x.dtype) * (self.p / (1 - self.p)) ** 0.5
        return x * noise

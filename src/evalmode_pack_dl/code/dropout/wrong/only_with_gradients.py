"""Drops only while gradients are recorded.

verdict: wrong_answer
check: no-grad
teaches: You stop dropping under no_grad. Only the mode of the module decides.
"""

import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        self.p = p

    def forward(self, x):
        if not self.training or not torch.is_grad_enabled() or self.p == 0:
            return x
        if self.p == 1:
            return x * 0
        mask = torch.rand(x.shape) >= self.p
        return x * mask / (1 - self.p)

"""Drops in eval mode too.

verdict: wrong_answer
check: eval-mode
teaches: You drop elements in eval mode as well. There the layer does nothing.
"""

import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        self.p = p

    def forward(self, x):
        if self.p == 0:
            return x
        if self.p == 1:
            return x * 0
        mask = torch.rand(x.shape) >= self.p
        return x * mask / (1 - self.p)

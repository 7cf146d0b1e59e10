"""Drops whole rows.

verdict: wrong_answer
check: independence
teaches: You draw one number for each row, so all its features are dropped or kept together. Each element is drawn
  on its own.
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
        mask = torch.rand((*x.shape[:-1], 1)) >= self.p
        return x * mask / (1 - self.p)

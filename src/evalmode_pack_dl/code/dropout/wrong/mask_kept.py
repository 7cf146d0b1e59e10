"""Draws the mask once and keeps it.

verdict: wrong_answer
check: independence
teaches: You draw the mask on the first call and use it ever after. Each call in training mode draws anew.
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
        if getattr(self, "mask", None) is None or self.mask.shape != x.shape:
            self.mask = torch.rand(x.shape) >= self.p
        mask = self.mask
        return x * mask / (1 - self.p)

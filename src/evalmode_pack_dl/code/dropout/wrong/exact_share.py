"""Drops exactly the share p of the elements.

verdict: wrong_answer
check: independence
teaches: You drop a fixed number of elements, so one element's fate depends on the others. Each one is drawn on its
  own.
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
        order = torch.rand(x.shape).flatten().argsort().argsort()
        mask = (order >= round(self.p * x.numel())).reshape(x.shape)
        return x * mask / (1 - self.p)

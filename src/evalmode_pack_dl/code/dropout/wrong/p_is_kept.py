"""Takes p as the probability of keeping, in the scale as well.

verdict: wrong_answer
check: survivors
teaches: You take p for the probability of keeping, in the mask and in the scale. It is the probability of setting
  an element to zero.
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
        mask = torch.rand(x.shape) < self.p
        return x * mask / self.p

"""Sets the seed in every call.

verdict: wrong_answer
check: independence
teaches: You set the seed in forward, so every call gives the same mask and all other random numbers are disturbed.
  Leave the seed alone.
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
        torch.manual_seed(0)
        mask = torch.rand(x.shape) >= self.p
        return x * mask / (1 - self.p)

"""Leaves training unscaled and scales in eval mode.

verdict: wrong_answer
check: survivors, eval-mode
teaches: You scale in eval mode instead of in training. Inverted dropout divides by 1 - p in training, and
  evaluation is the identity.
"""

import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        self.p = p

    def forward(self, x):
        if not self.training:
            return x * (1 - self.p)
        if self.p == 1:
            return x * 0
        mask = torch.rand(x.shape) >= self.p
        return x * mask

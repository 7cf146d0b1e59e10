import torch
from torch import nn


class LoRALinear(nn.Module):
    """A frozen linear layer with a trainable low-rank update, (alpha / r) B A.

    base: nn.Linear(in, out); frozen names are base, A (r, in) and B (out, r).
    """

    def __init__(self, base, r, alpha):
        super().__init__()
        raise NotImplementedError

    def forward(self, x):
        """Map x (..., in) to (..., out)."""
        raise NotImplementedError

    def merge(self):
        """Add the update to base.weight; nothing changes if it is already there."""
        raise NotImplementedError

    def unmerge(self):
        """Take the update out of base.weight; nothing changes if it is not there."""
        raise NotImplementedError

import torch.nn as nn
import torch.nn.functional as F
from torch import no_grad


class LoRALinear(nn.Module):
    """The update as two chained linear maps; merged is a number that is 0 or 1."""

    def __init__(self, base, r, alpha):
        super().__init__()
        out_features, in_features = base.weight.shape
        base.weight.requires_grad_(False)
        if base.bias is not None:
            base.bias.requires_grad_(False)
        self.base, self.scaling, self.in_weight = base, float(alpha) / r, 0
        self.A = nn.Parameter(base.weight.new_zeros(r, in_features).uniform_(-0.1, 0.1))
        self.B = nn.Parameter(base.weight.new_zeros(out_features, r))

    def forward(self, x):
        update = F.linear(F.linear(x * self.scaling, self.A), self.B)
        return self.base(x) + (1 - self.in_weight) * update

    def _set(self, target):
        with no_grad():
            self.base.weight.addmm_(self.B, self.A, alpha=self.scaling * (target - self.in_weight))
        self.in_weight = target

    def merge(self):
        self._set(1)

    def unmerge(self):
        self._set(0)

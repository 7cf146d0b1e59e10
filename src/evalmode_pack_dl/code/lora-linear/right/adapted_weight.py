import torch
from torch import nn
from torch.nn import functional as F


class LoRALinear(nn.Module):
    """Adds the update to the weight in every pass, and keeps the original weight aside while merged."""

    def __init__(self, base, r, alpha):
        super().__init__()
        self.base = base
        for parameter in base.parameters():
            parameter.requires_grad = False
        like = {"dtype": base.weight.dtype, "device": base.weight.device}
        self.A = nn.Parameter(torch.randn(r, base.in_features, **like) / r)
        self.B = nn.Parameter(torch.zeros(base.out_features, r, **like))
        self.alpha, self.r = alpha, r
        self._original = None

    def delta(self):
        return torch.einsum("or,ri->oi", self.B, self.A) * (self.alpha / self.r)

    def forward(self, x):
        weight = self.base.weight if self._original is not None else self.base.weight + self.delta()
        return F.linear(x, weight, self.base.bias)

    def merge(self):
        if self._original is None:
            self._original = self.base.weight.detach().clone()
            self.base.weight.data.add_(self.delta().detach())

    def unmerge(self):
        if self._original is not None:
            self.base.weight.data.copy_(self._original)
            self._original = None

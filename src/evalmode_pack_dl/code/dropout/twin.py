"""torch's own dropout behind the same interface."""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional


class Dropout(nn.Module):
    """Calls torch's function."""

    def __init__(self, p: float = 0.5) -> None:
        super().__init__()
        self.p = p

    def forward(self, x: Tensor) -> Tensor:
        """Map x to a tensor of the same shape and dtype."""
        return functional.dropout(x, self.p, self.training)

"""Exponential moving average of a model's weights: a shadow that follows, and a backup while it stands in."""

import torch
from torch import nn


class EMA:
    """Averages of a model's weights, which can stand in for them during an evaluation."""

    def __init__(self, model: nn.Module, decay: float = 0.999) -> None:
        self.decay = decay
        self.parameters = list(model.parameters())
        self.buffers = list(model.buffers())
        self.averages = [p.detach().clone() for p in self.parameters]
        self.copies = [b.detach().clone() for b in self.buffers]
        self.backup = None

    @torch.no_grad()
    def update(self) -> None:
        """Move the averages towards the model's current parameters; copy its buffers."""
        for average, p in zip(self.averages, self.parameters):
            average.mul_(self.decay).add_(p, alpha=1 - self.decay)
        for copy, b in zip(self.copies, self.buffers):
            copy.copy_(b)  # running statistics are averages already, and counters are whole numbers

    def apply(self) -> None:
        """Put the averages into the model and keep its own values aside."""
        if self.backup is None:
            self.backup = [t.detach().clone() for t in [*self.parameters, *self.buffers]]
            self._fill([*self.averages, *self.copies])

    def restore(self) -> None:
        """Put the model's own values back."""
        if self.backup is not None:
            self._fill(self.backup)
            self.backup = None

    @torch.no_grad()
    def _fill(self, values) -> None:
        for tensor, value in zip([*self.parameters, *self.buffers], values):
            tensor.copy_(value)  # the same tensor with other values: the optimizer goes on holding it

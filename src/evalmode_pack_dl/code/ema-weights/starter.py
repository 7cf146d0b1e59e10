"""Exponential moving average of a model's weights."""

import torch
from torch import nn


class EMA:
    """Averages of a model's weights, which can stand in for them during an evaluation."""

    def __init__(self, model: nn.Module, decay: float = 0.999) -> None:
        raise NotImplementedError

    def update(self) -> None:
        """Move the averages towards the model's current parameters; copy its buffers."""
        raise NotImplementedError

    def apply(self) -> None:
        """Put the averages into the model and keep its own values aside."""
        raise NotImplementedError

    def restore(self) -> None:
        """Put the model's own values back."""
        raise NotImplementedError

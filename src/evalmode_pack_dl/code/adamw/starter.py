"""AdamW from scratch."""

from collections.abc import Iterable

import torch
from torch import Tensor


class AdamW:
    """Adam with bias correction and decoupled weight decay."""

    def __init__(
        self,
        params: Iterable[Tensor],
        lr: float = 1e-3,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-8,
        weight_decay: float = 0.01,
    ) -> None:
        raise NotImplementedError

    def step(self) -> None:
        """Update every parameter that has a gradient."""
        raise NotImplementedError

    def zero_grad(self) -> None:
        """Clear the gradients of all the parameters."""
        raise NotImplementedError

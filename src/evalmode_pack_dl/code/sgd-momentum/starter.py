"""SGD with momentum from scratch."""

from collections.abc import Iterable

import torch
from torch import Tensor


class SGD:
    """Stochastic gradient descent with momentum, Nesterov momentum and L2 weight decay."""

    def __init__(
        self,
        params: Iterable[Tensor],
        lr: float = 0.1,
        momentum: float = 0.0,
        weight_decay: float = 0.0,
        nesterov: bool = False,
    ) -> None:
        raise NotImplementedError

    def step(self) -> None:
        """Update every parameter that has a gradient."""
        raise NotImplementedError

    def zero_grad(self) -> None:
        """Clear the gradients of all the parameters."""
        raise NotImplementedError

"""One step of DDIM sampling."""

import torch
from torch import Tensor


def ddim_step(
    x: Tensor,
    eps: Tensor,
    t: int,
    t_prev: int,
    alpha_bars: Tensor,
    eta: float = 0.0,
    noise: Tensor | None = None,
) -> Tensor:
    """Go from step t to the earlier step t_prev; -1 is clean.

    Args:
        x: Samples at step t, any shape.
        eps: The noise prediction for them, the same shape.
        t: The current step, zero-based.
        t_prev: The step to go to, from -1 to t - 1.
        alpha_bars: (T,) cumulative products, falling.
        eta: How much of the DDPM noise is added.
        noise: Standard normal noise like x, or None where eta is 0.

    Returns:
        Samples at step t_prev, the same shape.
    """
    raise NotImplementedError

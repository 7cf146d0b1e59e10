"""One step of DDIM sampling: down to the clean sample and up again to the earlier noise level."""

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
    a = alpha_bars[t]
    a_prev = alpha_bars[t_prev] if t_prev >= 0 else torch.ones_like(a)  # index -1 would be the noisiest step
    x0 = (x - (1 - a).sqrt() * eps) / a.sqrt()
    sigma = eta * ((1 - a_prev) / (1 - a)).sqrt() * (1 - a / a_prev).sqrt()
    direction = (1 - a_prev - sigma**2).sqrt() * eps  # gives up the variance that fresh noise brings in
    fresh = sigma * noise if eta > 0 else 0.0
    return a_prev.sqrt() * x0 + direction + fresh

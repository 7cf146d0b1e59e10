"""The forward process of a diffusion model, in one step from clean to noisy."""

import torch
from torch import Tensor


def q_sample(x0: Tensor, t: Tensor, noise: Tensor, betas: Tensor) -> Tensor:
    """Noise clean samples up to step t in one go.

    Args:
        x0: (B, ...) clean samples.
        t: (B,) int64, zero-based steps.
        noise: (B, ...) standard normal noise.
        betas: (T,) variances of the steps.

    Returns:
        (B, ...) noisy samples.
    """
    alpha_bar = torch.cumprod(1 - betas, dim=0)[t]  # (B,), the share of the variance that is left
    alpha_bar = alpha_bar.view(-1, *[1] * (x0.dim() - 1))  # (B, 1, ..., 1)
    return alpha_bar.sqrt() * x0 + (1 - alpha_bar).sqrt() * noise

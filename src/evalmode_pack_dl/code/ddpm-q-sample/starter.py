"""The forward process of a diffusion model."""

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
    raise NotImplementedError

"""One training step of a GAN."""

import torch
from torch import Tensor, nn
from torch.nn import functional as F


def gan_step(G, D, opt_g, opt_d, real: Tensor, z_d: Tensor, z_g: Tensor) -> tuple[float, float]:
    """Train D on real samples and on fakes from z_d, then G on fakes from z_g.

    Returns:
        (loss_d, loss_g), each before its own optimizer step.
    """
    raise NotImplementedError

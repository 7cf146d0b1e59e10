"""One training step of a GAN: the discriminator learns, then the generator against the new discriminator."""

import torch
from torch import Tensor, nn
from torch.nn import functional as F


def gan_step(G, D, opt_g, opt_d, real: Tensor, z_d: Tensor, z_g: Tensor) -> tuple[float, float]:
    """Train D on real samples and on fakes from z_d, then G on fakes from z_g.

    Returns:
        (loss_d, loss_g), each before its own optimizer step.
    """
    fake = G(z_d).detach()  # for D the fakes are data: nothing flows back into G
    loss_d = bce(D(real), target=1.0) + bce(D(fake), target=0.0)
    opt_d.zero_grad()  # also clears what G's half of the last call left in D
    loss_d.backward()
    opt_d.step()

    loss_g = bce(D(G(z_g)), target=1.0)  # G wants the new D to say "real"
    opt_g.zero_grad()
    loss_g.backward()  # passes through D, but only opt_g steps
    opt_g.step()
    return loss_d.item(), loss_g.item()


def bce(logits: Tensor, target: float) -> Tensor:
    """Mean binary cross-entropy of logits with the same target for all."""
    return F.binary_cross_entropy_with_logits(logits, torch.full_like(logits, target))

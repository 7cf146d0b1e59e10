"""Forgets the constant.

verdict: wrong_answer
check: kl
teaches: The constant 1 is missing, so your KL is not 0 where encoder and prior agree.
"""

import torch.nn.functional as F


def vae_loss(x, x_logits, mu, logvar, beta=1.0):
    bce = F.binary_cross_entropy_with_logits(x_logits, x, reduction="none").sum(dim=1)
    kl = -0.5 * (logvar - mu.pow(2) - logvar.exp()).sum(dim=1)
    return (bce + beta * kl).mean()

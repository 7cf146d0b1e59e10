"""Forgets the factor one half.

verdict: wrong_answer
check: kl
teaches: The factor one half of the Gaussian KL is missing.
"""

import torch.nn.functional as F


def vae_loss(x, x_logits, mu, logvar, beta=1.0):
    bce = F.binary_cross_entropy_with_logits(x_logits, x, reduction="none").sum(dim=1)
    kl = -(1 + logvar - mu.pow(2) - logvar.exp()).sum(dim=1)
    return (bce + beta * kl).mean()

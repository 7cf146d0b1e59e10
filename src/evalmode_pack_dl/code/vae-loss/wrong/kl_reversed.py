"""Computes the KL from the prior to the encoder.

verdict: wrong_answer
check: kl
teaches: Your divergence goes from the prior to the encoder's Gaussian; the encoder comes first.
"""

import torch.nn.functional as F


def vae_loss(x, x_logits, mu, logvar, beta=1.0):
    bce = F.binary_cross_entropy_with_logits(x_logits, x, reduction="none").sum(dim=1)
    kl = 0.5 * ((1 + mu.pow(2)) * (-logvar).exp() - 1 + logvar).sum(dim=1)
    return (bce + beta * kl).mean()

"""Applies a sigmoid before a loss that takes logits.

verdict: wrong_answer
check: reconstruction
teaches: You apply a sigmoid although the loss takes logits and applies its own.
"""

import torch
import torch.nn.functional as F


def vae_loss(x, x_logits, mu, logvar, beta=1.0):
    bce = F.binary_cross_entropy_with_logits(torch.sigmoid(x_logits), x, reduction="none").sum(dim=1)
    kl = -0.5 * (1 + logvar - mu.pow(2) - logvar.exp()).sum(dim=1)
    return (bce + beta * kl).mean()

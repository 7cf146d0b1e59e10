"""Protects the logarithms by an epsilon.

verdict: wrong_answer
check: large-logits
teaches: The epsilon inside the logarithms caps the cost of a badly wrong feature near 18; computed from the logits it is exact.
"""

import torch


def vae_loss(x, x_logits, mu, logvar, beta=1.0):
    p = torch.sigmoid(x_logits)
    bce = -(x * (p + 1e-8).log() + (1 - x) * (1 - p + 1e-8).log()).sum(dim=1)
    kl = -0.5 * (1 + logvar - mu.pow(2) - logvar.exp()).sum(dim=1)
    return (bce + beta * kl).mean()

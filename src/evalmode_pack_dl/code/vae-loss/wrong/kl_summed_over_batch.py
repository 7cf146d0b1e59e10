"""Sums only the KL over the batch.

verdict: wrong_answer
check: kl
teaches: Your KL is summed over the batch while the reconstruction is averaged; both are averaged over the examples.
"""

import torch.nn.functional as F


def vae_loss(x, x_logits, mu, logvar, beta=1.0):
    bce = F.binary_cross_entropy_with_logits(x_logits, x, reduction="none").sum(dim=1)
    kl = -0.5 * (1 + logvar - mu.pow(2) - logvar.exp()).sum()
    return (bce + beta * kl).mean()

"""Averages the KL over the latents.

verdict: wrong_answer
check: kl
teaches: You average the KL over the latents; it is summed within an example, and only the batch is averaged.
"""

import torch.nn.functional as F


def vae_loss(x, x_logits, mu, logvar, beta=1.0):
    bce = F.binary_cross_entropy_with_logits(x_logits, x, reduction="none").sum(dim=1)
    kl = -0.5 * (1 + logvar - mu.pow(2) - logvar.exp()).mean(dim=1)
    return (bce + beta * kl).mean()

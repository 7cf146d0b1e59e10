"""Averages both terms over everything.

verdict: wrong_answer
check: reconstruction, kl
teaches: You average both terms over features and latents; both are sums within an example, and only the batch is averaged.
"""

import torch.nn.functional as F


def vae_loss(x, x_logits, mu, logvar, beta=1.0):
    bce = F.binary_cross_entropy_with_logits(x_logits, x)
    kl = -0.5 * (1 + logvar - mu.pow(2) - logvar.exp()).mean()
    return (bce + beta * kl).mean()

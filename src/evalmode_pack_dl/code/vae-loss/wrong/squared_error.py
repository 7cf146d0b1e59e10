"""Uses squared error.

verdict: wrong_answer
check: reconstruction
teaches: You use the squared error of the sigmoid; a Bernoulli decoder asks for the binary cross-entropy.
"""

import torch


def vae_loss(x, x_logits, mu, logvar, beta=1.0):
    bce = (torch.sigmoid(x_logits) - x).pow(2).sum(dim=1)
    kl = -0.5 * (1 + logvar - mu.pow(2) - logvar.exp()).sum(dim=1)
    return (bce + beta * kl).mean()

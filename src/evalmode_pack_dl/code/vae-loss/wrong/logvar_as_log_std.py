"""Takes logvar for the logarithm of the standard deviation.

verdict: wrong_answer
check: kl
teaches: You take logvar for the logarithm of the standard deviation; it is that of the variance, so exp(logvar) is the variance.
"""

import torch.nn.functional as F


def vae_loss(x, x_logits, mu, logvar, beta=1.0):
    bce = F.binary_cross_entropy_with_logits(x_logits, x, reduction="none").sum(dim=1)
    kl = -0.5 * (1 + 2 * logvar - mu.pow(2) - (2 * logvar).exp()).sum(dim=1)
    return (bce + beta * kl).mean()

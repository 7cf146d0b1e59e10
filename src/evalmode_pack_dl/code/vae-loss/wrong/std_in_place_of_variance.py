"""Uses the standard deviation where the variance belongs.

verdict: wrong_answer
check: kl
teaches: The last part of the KL is the variance, exp(logvar); you use the standard deviation.
"""

import torch.nn.functional as F


def vae_loss(x, x_logits, mu, logvar, beta=1.0):
    bce = F.binary_cross_entropy_with_logits(x_logits, x, reduction="none").sum(dim=1)
    kl = -0.5 * (1 + logvar - mu.pow(2) - (0.5 * logvar).exp()).sum(dim=1)
    return (bce + beta * kl).mean()

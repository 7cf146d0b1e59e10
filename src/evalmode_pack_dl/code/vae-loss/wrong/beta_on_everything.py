"""Multiplies the whole loss by beta.

verdict: wrong_answer
check: beta
teaches: beta multiplies your whole loss; it is the weight of the KL alone.
"""

import torch.nn.functional as F


def vae_loss(x, x_logits, mu, logvar, beta=1.0):
    bce = F.binary_cross_entropy_with_logits(x_logits, x, reduction="none").sum(dim=1)
    kl = -0.5 * (1 + logvar - mu.pow(2) - logvar.exp()).sum(dim=1)
    return (beta * (bce + kl)).mean()

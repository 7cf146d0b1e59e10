"""Rounds the targets to 0 and 1.

verdict: wrong_answer
check: reconstruction
teaches: You round the targets; values between 0 and 1 are used as they are.
"""

import torch.nn.functional as F


def vae_loss(x, x_logits, mu, logvar, beta=1.0):
    bce = F.binary_cross_entropy_with_logits(x_logits, x.round(), reduction="none").sum(dim=1)
    kl = -0.5 * (1 + logvar - mu.pow(2) - logvar.exp()).sum(dim=1)
    return (bce + beta * kl).mean()

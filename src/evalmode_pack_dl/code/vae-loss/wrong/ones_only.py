"""Leaves out the part for zeros.

verdict: wrong_answer
check: reconstruction
teaches: You score only the part x log p; where x is below one, (1 - x) log(1 - p) counts too.
"""

import torch.nn.functional as F


def vae_loss(x, x_logits, mu, logvar, beta=1.0):
    bce = -(x * F.logsigmoid(x_logits)).sum(dim=1)
    kl = -0.5 * (1 + logvar - mu.pow(2) - logvar.exp()).sum(dim=1)
    return (bce + beta * kl).mean()

"""Stops the gradient at the encoder's means.

verdict: wrong_answer
check: gradients
teaches: No gradient reaches mu through your KL; it is what pulls the means towards the prior.
"""

import torch.nn.functional as F


def vae_loss(x, x_logits, mu, logvar, beta=1.0):
    bce = F.binary_cross_entropy_with_logits(x_logits, x, reduction="none").sum(dim=1)
    kl = -0.5 * (1 + logvar - mu.detach().pow(2) - logvar.exp()).sum(dim=1)
    return (bce + beta * kl).mean()

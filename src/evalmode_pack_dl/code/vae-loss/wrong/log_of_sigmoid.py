"""Takes logarithms of a sigmoid.

verdict: wrong_answer
check: large-logits
teaches: You take logarithms of the sigmoid's output, which saturates at exactly 0 and 1; compute the cross-entropy from the
  logits.
"""

import torch


def vae_loss(x, x_logits, mu, logvar, beta=1.0):
    p = torch.sigmoid(x_logits)
    bce = -(x * p.log() + (1 - x) * (1 - p).log()).sum(dim=1)
    kl = -0.5 * (1 + logvar - mu.pow(2) - logvar.exp()).sum(dim=1)
    return (bce + beta * kl).mean()

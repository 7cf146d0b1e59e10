"""Uses the cross-entropy of probabilities.

verdict: wrong_answer
check: large-logits
teaches: You hand a saturated sigmoid to binary_cross_entropy, which clamps its logarithms at -100; use the version that takes
  logits.
"""

import torch
import torch.nn.functional as F


def vae_loss(x, x_logits, mu, logvar, beta=1.0):
    bce = F.binary_cross_entropy(torch.sigmoid(x_logits), x, reduction="none").sum(dim=1)
    kl = -0.5 * (1 + logvar - mu.pow(2) - logvar.exp()).sum(dim=1)
    return (bce + beta * kl).mean()

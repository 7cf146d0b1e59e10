"""Clamps the caller's logvar in place.

verdict: wrong_answer
check: inputs-untouched
teaches: You clamp logvar in place, so the caller's tensor has changed afterwards (and its gradient is lost); there is nothing to
  clamp here.
"""

import torch
import torch.nn.functional as F


def vae_loss(x, x_logits, mu, logvar, beta=1.0):
    bce = F.binary_cross_entropy_with_logits(x_logits, x, reduction="none").sum(dim=1)
    with torch.no_grad():
        logvar.clamp_(-1.0, 1.0)
    kl = -0.5 * (1 + logvar - mu.pow(2) - logvar.exp()).sum(dim=1)
    return (bce + beta * kl).mean()

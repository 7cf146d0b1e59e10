"""Computes in float32.

verdict: wrong_answer
check: float64
teaches: You compute in float32, so float64 inputs lose half their digits; keep their dtype.
"""

import torch.nn.functional as F


def vae_loss(x, x_logits, mu, logvar, beta=1.0):
    bce = F.binary_cross_entropy_with_logits(x_logits.float(), x.float(), reduction="none").sum(dim=1)
    kl = -0.5 * (1 + logvar.float() - mu.float().pow(2) - logvar.float().exp()).sum(dim=1)
    return (bce + beta * kl).mean()

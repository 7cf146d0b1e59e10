"""Averages the reconstruction over the features.

verdict: wrong_answer
check: reconstruction
teaches: You average the reconstruction over the features, which makes it D times too weak against the KL; sum over features,
  average over the batch.
"""

import torch.nn.functional as F


def vae_loss(x, x_logits, mu, logvar, beta=1.0):
    bce = F.binary_cross_entropy_with_logits(x_logits, x)
    kl = -0.5 * (1 + logvar - mu.pow(2) - logvar.exp()).sum(dim=1)
    return (bce + beta * kl).mean()

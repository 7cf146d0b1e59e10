"""Imports the library's distributions at run time.

verdict: forbidden
check: bans
teaches: torch.distributions computes the divergence for you; here you write the closed form.
"""

import torch
import torch.nn.functional as F


def vae_loss(x, x_logits, mu, logvar, beta=1.0):
    bce = F.binary_cross_entropy_with_logits(x_logits, x, reduction="none").sum(dim=1)
    D = __import__("torch.distributions", fromlist=["kl"])
    prior = D.Normal(torch.zeros_like(mu), torch.ones_like(mu))
    kl = D.kl_divergence(D.Normal(mu, (0.5 * logvar).exp()), prior).sum(dim=1)
    return (bce + beta * kl).mean()

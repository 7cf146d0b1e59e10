"""Uses the loss of a Wasserstein GAN.

verdict: wrong_answer
check: one-step
teaches: You use the critic's loss of a Wasserstein GAN. Binary cross-entropy with logits is asked for.
"""

import torch
from torch.nn import functional as F


def bce(logits, target):
    return (1 - 2 * target) * logits.mean()


def gan_step(G, D, opt_g, opt_d, real, z_d, z_g):
    opt_d.zero_grad()
    fake = G(z_d).detach()
    loss_d = bce(D(real), 1.0) + bce(D(fake), 0.0)
    loss_d.backward()
    opt_d.step()

    opt_g.zero_grad()
    loss_g = bce(D(G(z_g)), 1.0)
    loss_g.backward()
    opt_g.step()
    return loss_d.item(), loss_g.item()

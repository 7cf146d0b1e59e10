"""Steps both optimizers in G's half.

verdict: wrong_answer
check: one-step
teaches: In G's half you step D's optimizer too. D's weights stay as they are there; the gradient only passes
  through.
"""

import torch
from torch.nn import functional as F


def bce(logits, target):
    return F.binary_cross_entropy_with_logits(logits, torch.full_like(logits, target))


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
    opt_d.step()
    return loss_d.item(), loss_g.item()

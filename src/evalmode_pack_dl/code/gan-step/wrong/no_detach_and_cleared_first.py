"""Forgets detach and clears both at the start.

verdict: wrong_answer
check: nothing-flows-into-g, one-step
teaches: You do not detach the fakes and clear G's gradients before D's half, so G steps with D's loss mixed
  in, which teaches it worse fakes.
"""

import torch
from torch.nn import functional as F


def bce(logits, target):
    return F.binary_cross_entropy_with_logits(logits, torch.full_like(logits, target))


def gan_step(G, D, opt_g, opt_d, real, z_d, z_g):
    opt_d.zero_grad()
    opt_g.zero_grad()
    fake = G(z_d)
    loss_d = bce(D(real), 1.0) + bce(D(fake), 0.0)
    loss_d.backward()
    opt_d.step()

    loss_g = bce(D(G(z_g)), 1.0)
    loss_g.backward()
    opt_g.step()
    return loss_d.item(), loss_g.item()

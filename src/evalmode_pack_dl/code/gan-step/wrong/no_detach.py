"""Forgets detach; G's gradients are cleared later.

verdict: wrong_answer
check: nothing-flows-into-g
teaches: You do not detach the fakes, so D's loss runs back into G. Here you clear those gradients later, but
  they cost a backward through G for nothing; detach the fakes.
"""

import torch
from torch.nn import functional as F


def bce(logits, target):
    return F.binary_cross_entropy_with_logits(logits, torch.full_like(logits, target))


def gan_step(G, D, opt_g, opt_d, real, z_d, z_g):
    opt_d.zero_grad()
    fake = G(z_d)
    loss_d = bce(D(real), 1.0) + bce(D(fake), 0.0)
    loss_d.backward()
    opt_d.step()

    opt_g.zero_grad()
    loss_g = bce(D(G(z_g)), 1.0)
    loss_g.backward()
    opt_g.step()
    return loss_d.item(), loss_g.item()

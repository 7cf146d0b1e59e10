"""Clears D's gradients right after its step only.

verdict: wrong_answer
check: several-steps, stale-gradients
teaches: You clear D's gradients after its step, but G's half then fills them again. Clear them before D's
  backward.
"""

import torch
from torch.nn import functional as F


def bce(logits, target):
    return F.binary_cross_entropy_with_logits(logits, torch.full_like(logits, target))


def gan_step(G, D, opt_g, opt_d, real, z_d, z_g):
    fake = G(z_d).detach()
    loss_d = bce(D(real), 1.0) + bce(D(fake), 0.0)
    loss_d.backward()
    opt_d.step()
    opt_d.zero_grad()

    opt_g.zero_grad()
    loss_g = bce(D(G(z_g)), 1.0)
    loss_g.backward()
    opt_g.step()
    return loss_d.item(), loss_g.item()

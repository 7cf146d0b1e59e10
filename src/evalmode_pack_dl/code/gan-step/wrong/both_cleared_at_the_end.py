"""Clears both at the end only.

verdict: wrong_answer
check: stale-gradients
teaches: You clear the gradients at the end of the call only. What was there before the first call goes into
  its steps.
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

    loss_g = bce(D(G(z_g)), 1.0)
    loss_g.backward()
    opt_g.step()
    opt_g.zero_grad()
    opt_d.zero_grad()
    return loss_d.item(), loss_g.item()

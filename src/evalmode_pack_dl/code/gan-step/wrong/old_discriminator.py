"""Lets the old D judge in G's half.

verdict: wrong_answer
check: one-step
teaches: You compute G's loss before D has stepped. G is trained against the updated D.
"""

import torch
from torch.nn import functional as F


def bce(logits, target):
    return F.binary_cross_entropy_with_logits(logits, torch.full_like(logits, target))


def gan_step(G, D, opt_g, opt_d, real, z_d, z_g):
    loss_d = bce(D(real), 1.0) + bce(D(G(z_d).detach()), 0.0)
    loss_g = bce(D(G(z_g)), 1.0)

    opt_g.zero_grad()
    loss_g.backward()
    opt_g.step()

    opt_d.zero_grad()
    loss_d.backward()
    opt_d.step()
    return loss_d.item(), loss_g.item()

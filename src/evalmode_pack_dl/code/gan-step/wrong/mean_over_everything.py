"""Takes one mean over real and fake together.

verdict: wrong_answer
check: unequal-batches, one-step
teaches: You take one mean over real and fake samples together. It is two means, each over its own batch,
  added.
"""

import torch
from torch.nn import functional as F


def bce(logits, target):
    return F.binary_cross_entropy_with_logits(logits, torch.full_like(logits, target))


def gan_step(G, D, opt_g, opt_d, real, z_d, z_g):
    opt_d.zero_grad()
    fake = G(z_d).detach()
    logits = torch.cat([D(real), D(fake)])
    target = torch.cat([torch.ones_like(D(real)), torch.zeros_like(D(fake))])
    loss_d = 2 * F.binary_cross_entropy_with_logits(logits, target)
    loss_d.backward()
    opt_d.step()

    opt_g.zero_grad()
    loss_g = bce(D(G(z_g)), 1.0)
    loss_g.backward()
    opt_g.step()
    return loss_d.item(), loss_g.item()

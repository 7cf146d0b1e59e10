"""Takes logarithms of sigmoids.

verdict: wrong_answer
check: confident-logits
teaches: You take the logarithm of a sigmoid, which overflows for confident logits. Work on the logits:
  cross-entropy with logits is a softplus.
"""

import torch
from torch.nn import functional as F


def bce(logits, target):
    p = torch.sigmoid(logits)
    return -(target * p.log() + (1 - target) * (1 - p).log()).mean() if target in (0.0, 1.0) else p.mean()


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

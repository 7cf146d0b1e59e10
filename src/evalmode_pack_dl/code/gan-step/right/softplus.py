"""Cross-entropy as softplus, fakes without grad, and D frozen while G learns."""

import torch
from torch.nn.functional import softplus


def gan_step(G, D, opt_g, opt_d, real, z_d, z_g):
    opt_d.zero_grad(set_to_none=True)
    with torch.no_grad():
        fake = G(z_d)
    loss_d = softplus(-D(real)).mean() + softplus(D(fake)).mean()
    loss_d.backward()
    opt_d.step()

    opt_g.zero_grad(set_to_none=True)
    for p in D.parameters():
        p.requires_grad_(False)
    loss_g = softplus(-D(G(z_g))).mean()
    loss_g.backward()
    opt_g.step()
    for p in D.parameters():
        p.requires_grad_(True)
    return float(loss_d.detach()), float(loss_g.detach())

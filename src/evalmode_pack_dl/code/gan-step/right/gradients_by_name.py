"""Asks autograd for exactly the gradients it wants and hands them to the optimizers."""

import torch
from torch import nn

criterion = nn.BCEWithLogitsLoss()


def step(optimizer, loss, net):
    params = [p for p in net.parameters() if p.requires_grad]
    for p, g in zip(params, torch.autograd.grad(loss, params)):
        p.grad = g
    optimizer.step()
    return loss.item()


def gan_step(G, D, opt_g, opt_d, real, z_d, z_g):
    on_real, on_fake = D(real), D(G(z_d))
    loss = criterion(on_real, torch.ones_like(on_real)) + criterion(on_fake, torch.zeros_like(on_fake))
    first = step(opt_d, loss, D)
    judged = D(G(z_g))
    return first, step(opt_g, criterion(judged, torch.ones_like(judged)), G)

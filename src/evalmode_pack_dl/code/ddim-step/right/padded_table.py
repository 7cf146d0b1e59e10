"""Puts a 1 in front of the table, so that every index moves up by one, and collects coefficients of x and eps."""

import torch


def ddim_step(x, eps, t, t_prev, alpha_bars, eta=0.0, noise=None):
    table = torch.cat([alpha_bars.new_ones(1), alpha_bars])
    now, then = table[t + 1], table[t_prev + 1]
    variance = eta**2 * (1 - then) / (1 - now) * (1 - now / then)
    of_x = torch.sqrt(then / now)
    of_eps = torch.sqrt(1 - then - variance) - of_x * torch.sqrt(1 - now)
    out = of_x * x + of_eps * eps
    if noise is not None:
        out = out + variance.sqrt() * noise
    return out

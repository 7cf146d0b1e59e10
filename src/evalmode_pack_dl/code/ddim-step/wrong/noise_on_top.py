"""Adds fresh noise without making room for it.

verdict: wrong_answer
check: with-fresh-noise
teaches: You add fresh noise on top, so there is too much noise afterwards. Its variance is taken out of the
  predicted noise's share.
"""

import torch


def ddim_step(x, eps, t, t_prev, alpha_bars, eta=0.0, noise=None):
    a = alpha_bars[t]
    b = alpha_bars[t_prev] if t_prev >= 0 else torch.ones_like(a)
    x0 = (x - (1 - a).sqrt() * eps) / a.sqrt()
    sigma = eta * ((1 - b) / (1 - a)).sqrt() * (1 - a / b).sqrt()
    out = b.sqrt() * x0 + (1 - b).sqrt() * eps
    if eta > 0:
        out = out + sigma * noise
    return out

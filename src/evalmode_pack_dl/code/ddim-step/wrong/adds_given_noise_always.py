"""Adds the noise whenever it is given.

verdict: wrong_answer
check: noise-without-influence
teaches: You add given noise even when eta is 0. Then it has no influence.
"""

import torch


def ddim_step(x, eps, t, t_prev, alpha_bars, eta=0.0, noise=None):
    a = alpha_bars[t]
    b = alpha_bars[t_prev] if t_prev >= 0 else torch.ones_like(a)
    x0 = (x - (1 - a).sqrt() * eps) / a.sqrt()
    sigma = eta * ((1 - b) / (1 - a)).sqrt() * (1 - a / b).sqrt()
    out = b.sqrt() * x0 + (1 - b - sigma**2).sqrt() * eps
    if noise is not None:
        out = out + (sigma if eta > 0 else (1 - b).sqrt() * 0.1) * noise
    return out

"""Leaves the predicted noise out of the way up.

verdict: wrong_answer
check: deterministic
teaches: You forget to noise the clean sample again: the predicted noise comes back with the earlier level's
  factor.
"""

import torch


def ddim_step(x, eps, t, t_prev, alpha_bars, eta=0.0, noise=None):
    a = alpha_bars[t]
    b = alpha_bars[t_prev] if t_prev >= 0 else torch.ones_like(a)
    x0 = (x - (1 - a).sqrt() * eps) / a.sqrt()
    sigma = eta * ((1 - b) / (1 - a)).sqrt() * (1 - a / b).sqrt()
    out = b.sqrt() * x0 + 0 * eps
    if eta > 0:
        out = out + sigma * noise
    return out

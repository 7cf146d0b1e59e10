"""Exchanges the two levels.

verdict: wrong_answer
check: deterministic
teaches: You exchanged the two steps: the clean sample is computed with the current alpha-bar, the result with
  the earlier one.
"""

import torch


def ddim_step(x, eps, t, t_prev, alpha_bars, eta=0.0, noise=None):
    a = alpha_bars[t]
    b = alpha_bars[t_prev] if t_prev >= 0 else torch.ones_like(a)
    a, b = b, a
    x0 = (x - (1 - a).sqrt() * eps) / a.sqrt()
    sigma = eta * ((1 - a) / (1 - b).clamp(min=1e-12)).sqrt() * (1 - b / a).sqrt()
    out = b.sqrt() * x0 + (1 - b - sigma**2).clamp(min=0).sqrt() * eps
    if eta > 0:
        out = out + sigma * noise
    return out

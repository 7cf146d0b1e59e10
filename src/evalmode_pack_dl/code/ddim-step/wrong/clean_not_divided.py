"""Does not divide by the root of alpha-bar.

verdict: wrong_answer
check: deterministic
teaches: You subtract the noise but do not undo the scaling: divide by the root of alpha-bar.
"""

import torch


def ddim_step(x, eps, t, t_prev, alpha_bars, eta=0.0, noise=None):
    a = alpha_bars[t]
    b = alpha_bars[t_prev] if t_prev >= 0 else torch.ones_like(a)
    x0 = x - (1 - a).sqrt() * eps
    sigma = eta * ((1 - b) / (1 - a)).sqrt() * (1 - a / b).sqrt()
    out = b.sqrt() * x0 + (1 - b - sigma**2).sqrt() * eps
    if eta > 0:
        out = out + sigma * noise
    return out

"""Lets Python read index -1 as the last.

verdict: wrong_answer
check: to-the-clean-sample
teaches: You index with -1 and get the last alpha-bar, the noisiest of all. Step -1 means clean: there
  alpha-bar is 1.
"""

import torch


def ddim_step(x, eps, t, t_prev, alpha_bars, eta=0.0, noise=None):
    a = alpha_bars[t]
    b = alpha_bars[t_prev]
    x0 = (x - (1 - a).sqrt() * eps) / a.sqrt()
    sigma = eta * ((1 - b) / (1 - a)).sqrt() * (1 - a / b).abs().sqrt()
    out = b.sqrt() * x0 + (1 - b - sigma**2).sqrt() * eps
    if eta > 0:
        out = out + sigma * noise
    return out

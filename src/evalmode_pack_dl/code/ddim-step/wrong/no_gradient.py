"""Works without recording a graph.

verdict: wrong_answer
check: gradients
teaches: Your result has no graph. Gradients should flow to x and eps, as guidance needs them.
"""

import torch


@torch.no_grad()
def ddim_step(x, eps, t, t_prev, alpha_bars, eta=0.0, noise=None):
    a = alpha_bars[t]
    b = alpha_bars[t_prev] if t_prev >= 0 else torch.ones_like(a)
    x0 = (x - (1 - a).sqrt() * eps) / a.sqrt()
    sigma = eta * ((1 - b) / (1 - a)).sqrt() * (1 - a / b).sqrt()
    out = b.sqrt() * x0 + (1 - b - sigma**2).sqrt() * eps
    if eta > 0:
        out = out + sigma * noise
    return out

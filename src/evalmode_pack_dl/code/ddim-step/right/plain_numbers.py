"""Coefficients as Python floats."""

import math


def ddim_step(x, eps, t, t_prev, alpha_bars, eta=0.0, noise=None):
    a = alpha_bars[t].item()
    b = 1.0 if t_prev < 0 else alpha_bars[t_prev].item()
    s = eta * math.sqrt((1 - b) / (1 - a) * (1 - a / b))
    clean = (x - eps * math.sqrt(1 - a)) * (1 / math.sqrt(a))
    result = clean * math.sqrt(b) + eps * math.sqrt(max(0.0, 1 - b - s * s))
    return result if s == 0 else result + noise * s

"""The paper's form with its scale, which is smaller by one."""

import torch


def guided_eps(eps_cond, eps_uncond, w):
    s = float(w) - 1.0
    return torch.add(torch.mul(eps_cond, 1.0 + s), eps_uncond, alpha=-s)

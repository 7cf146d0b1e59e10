"""torch's own linear interpolation, which also extrapolates."""

import torch


def guided_eps(eps_cond, eps_uncond, w):
    return torch.lerp(eps_uncond, eps_cond, w)

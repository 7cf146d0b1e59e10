"""As a product with a vector of two weights."""

import torch


def guided_eps(eps_cond, eps_uncond, w):
    pair = torch.stack([eps_cond, eps_uncond], dim=-1)
    weights = torch.tensor([w, 1 - w], dtype=pair.dtype, device=pair.device)
    return (pair * weights).sum(dim=-1)

"""One sample after the other, with a product for each."""

import torch


def q_sample(x0, t, noise, betas):
    out = []
    for i in range(x0.shape[0]):
        left = torch.prod(1 - betas[: int(t[i]) + 1])
        out.append(left**0.5 * x0[i] + (1 - left) ** 0.5 * noise[i])
    return torch.stack(out)

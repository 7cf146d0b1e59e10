"""As a maximum of two losses, with the ratio as a quotient."""

import torch


def ppo_loss(logp, logp_old, adv, eps=0.2):
    r = logp.exp() / logp_old.exp()
    losses = torch.stack((-adv * r, -adv * torch.clip(r, 1 - eps, 1 + eps)))
    return losses.max(dim=0).values.mean()

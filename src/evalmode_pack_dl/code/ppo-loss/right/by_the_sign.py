"""Good actions are limited from above, bad ones from below."""

import torch


def ppo_loss(logp, logp_old, adv, eps=0.2):
    ratio = torch.exp(logp - logp_old.detach())
    top = torch.full_like(ratio, 1 + eps)
    bottom = torch.full_like(ratio, 1 - eps)
    limited = torch.where(adv >= 0, torch.where(ratio > top, top, ratio), torch.where(ratio < bottom, bottom, ratio))
    return -(limited * adv).sum() / adv.numel()

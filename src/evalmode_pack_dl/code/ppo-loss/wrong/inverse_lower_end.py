"""Clips below at 1 / (1 + eps).

verdict: wrong_answer
check: moved-policies
teaches: Your lower end is 1 / (1 + eps). It is 1 - eps.
"""

import torch


def ppo_loss(logp, logp_old, adv, eps=0.2):
    ratio = torch.exp(logp - logp_old)
    clipped = torch.clamp(ratio, 1 / (1 + eps), 1 + eps)
    return -torch.min(ratio * adv, clipped * adv).mean()

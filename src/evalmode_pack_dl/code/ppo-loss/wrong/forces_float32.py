"""Casts to float32.

verdict: wrong_answer
check: float64
teaches: You cast to float32. The loss has the inputs' dtype.
"""

import torch


def ppo_loss(logp, logp_old, adv, eps=0.2):
    ratio = torch.exp(logp - logp_old)
    clipped = torch.clamp(ratio, 1 - eps, 1 + eps)
    return -torch.min(ratio * adv, clipped * adv).float().mean()

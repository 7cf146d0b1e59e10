"""Clips ratio times advantage.

verdict: wrong_answer
check: moved-policies
teaches: You clip ratio times advantage. Only the ratio is clipped.
"""

import torch


def ppo_loss(logp, logp_old, adv, eps=0.2):
    ratio = torch.exp(logp - logp_old)
    clipped = 1.0
    return -torch.min(ratio * adv, torch.clamp(ratio * adv, 1 - eps, 1 + eps)).mean()

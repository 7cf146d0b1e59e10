"""Clips from above only.

verdict: wrong_answer
check: moved-policies
teaches: You clip from above only. For bad actions the ratio is limited from below.
"""

import torch


def ppo_loss(logp, logp_old, adv, eps=0.2):
    ratio = torch.exp(logp - logp_old)
    clipped = torch.clamp(ratio, max=1 + eps)
    return -torch.min(ratio * adv, clipped * adv).mean()

"""Ignores eps.

verdict: wrong_answer
check: other-eps
teaches: You clip with 0.2 whatever eps says.
"""

import torch


def ppo_loss(logp, logp_old, adv, eps=0.2):
    ratio = torch.exp(logp - logp_old)
    clipped = torch.clamp(ratio, 0.8, 1.2)
    return -torch.min(ratio * adv, clipped * adv).mean()

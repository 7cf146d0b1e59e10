"""Divides the old by the new probability.

verdict: wrong_answer
check: moved-policies
teaches: Your ratio is old over new. The new policy belongs on top.
"""

import torch


def ppo_loss(logp, logp_old, adv, eps=0.2):
    ratio = torch.exp(logp_old - logp)
    clipped = torch.clamp(ratio, 1 - eps, 1 + eps)
    return -torch.min(ratio * adv, clipped * adv).mean()

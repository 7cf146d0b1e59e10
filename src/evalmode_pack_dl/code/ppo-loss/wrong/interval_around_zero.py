"""Clips to the interval from -eps to eps.

verdict: wrong_answer
check: moved-policies, same-policy
teaches: You clip the ratio to the interval around 0. It is kept near 1.
"""

import torch


def ppo_loss(logp, logp_old, adv, eps=0.2):
    ratio = torch.exp(logp - logp_old)
    clipped = torch.clamp(ratio, -eps, eps)
    return -torch.min(ratio * adv, clipped * adv).mean()

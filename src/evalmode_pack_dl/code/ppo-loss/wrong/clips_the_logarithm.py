"""Clips the log-ratio to the interval from -eps to eps.

verdict: wrong_answer
check: moved-policies
teaches: You clip the logarithm of the ratio. The interval from 1 - eps to 1 + eps is for the ratio itself.
"""

import torch


def ppo_loss(logp, logp_old, adv, eps=0.2):
    ratio = torch.exp(logp - logp_old)
    clipped = torch.exp(torch.clamp(logp - logp_old, -eps, eps))
    return -torch.min(ratio * adv, clipped * adv).mean()

"""Averages over the batch only.

verdict: wrong_answer
check: moved-policies
teaches: You average over the first dimension and sum over the others. The mean is over all entries.
"""

import torch


def ppo_loss(logp, logp_old, adv, eps=0.2):
    ratio = torch.exp(logp - logp_old)
    clipped = torch.clamp(ratio, 1 - eps, 1 + eps)
    return -torch.min(ratio * adv, clipped * adv).sum() / len(adv)

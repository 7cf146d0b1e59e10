"""Normalises the advantages.

verdict: wrong_answer
check: moved-policies, one-action
teaches: You normalise the advantages. That is done outside, if at all: here they are taken as they are.
"""

import torch


def ppo_loss(logp, logp_old, adv, eps=0.2):
    adv = (adv - adv.mean()) / (adv.std(correction=0) + 1e-8)
    ratio = torch.exp(logp - logp_old)
    clipped = torch.clamp(ratio, 1 - eps, 1 + eps)
    return -torch.min(ratio * adv, clipped * adv).mean()

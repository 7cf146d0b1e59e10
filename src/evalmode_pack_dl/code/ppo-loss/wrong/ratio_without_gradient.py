"""Detaches the ratio.

verdict: wrong_answer
check: gradients
teaches: You detach the ratio, so no gradient reaches the policy.
"""

import torch


def ppo_loss(logp, logp_old, adv, eps=0.2):
    ratio = torch.exp(logp - logp_old).detach()
    clipped = torch.clamp(ratio, 1 - eps, 1 + eps)
    return -torch.min(ratio * adv, clipped * adv).mean()

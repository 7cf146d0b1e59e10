"""Subtracts in place.

verdict: wrong_answer
check: inputs-untouched
teaches: You subtract in place and change the caller's logp_old. Make a new tensor.
"""

import torch


def ppo_loss(logp, logp_old, adv, eps=0.2):
    ratio = torch.exp(logp - logp_old)
    with torch.no_grad():
        logp_old.copy_(logp)
    clipped = torch.clamp(ratio, 1 - eps, 1 + eps)
    return -torch.min(ratio * adv, clipped * adv).mean()

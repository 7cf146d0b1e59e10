"""Does not clip.

verdict: wrong_answer
check: moved-policies
teaches: You do not clip the ratio, so nothing stops it from running away.
"""

import torch


def ppo_loss(logp, logp_old, adv, eps=0.2):
    ratio = torch.exp(logp - logp_old)
    clipped = torch.clamp(ratio, 1 - eps, 1 + eps)
    return -(ratio * adv).mean() + 0 * clipped.sum()

"""Divides the log-probabilities.

verdict: wrong_answer
check: moved-policies
teaches: You divide the log-probabilities. The ratio is that of the probabilities.
"""

import torch


def ppo_loss(logp, logp_old, adv, eps=0.2):
    ratio = logp / logp_old
    clipped = torch.clamp(ratio, 1 - eps, 1 + eps)
    return -torch.min(ratio * adv, clipped * adv).mean()

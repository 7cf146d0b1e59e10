"""Takes the minimum of the two means.

verdict: wrong_answer
check: moved-policies
teaches: You take the mean of each term and then the smaller mean. The minimum is taken action by action.
"""

import torch


def ppo_loss(logp, logp_old, adv, eps=0.2):
    ratio = torch.exp(logp - logp_old)
    clipped = torch.clamp(ratio, 1 - eps, 1 + eps)
    return -torch.min((ratio * adv).mean(), (clipped * adv).mean())

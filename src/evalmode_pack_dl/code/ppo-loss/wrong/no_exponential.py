"""Takes the difference for the ratio.

verdict: wrong_answer
check: moved-policies, same-policy
teaches: You take the difference of the log-probabilities for the ratio. It is the ratio's logarithm.
"""

import torch


def ppo_loss(logp, logp_old, adv, eps=0.2):
    ratio = logp - logp_old
    clipped = torch.clamp(ratio, 1 - eps, 1 + eps)
    return -torch.min(ratio * adv, clipped * adv).mean()

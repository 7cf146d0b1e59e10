"""Takes the maximum of the two objectives.

verdict: wrong_answer
check: moved-policies
teaches: You take the larger of the two objectives, which is the optimist's choice. PPO takes the smaller one.
"""

import torch


def ppo_loss(logp, logp_old, adv, eps=0.2):
    ratio = torch.exp(logp - logp_old)
    clipped = torch.clamp(ratio, 1 - eps, 1 + eps)
    return -torch.max(ratio * adv, clipped * adv).mean()

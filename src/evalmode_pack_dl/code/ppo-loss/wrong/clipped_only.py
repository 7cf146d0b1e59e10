"""Uses the clipped term alone.

verdict: wrong_answer
check: moved-policies, harmful-moves
teaches: You use the clipped term alone. Where the policy has moved the harmful way there is no gradient then
  to bring it back; that is what the minimum is for.
"""

import torch


def ppo_loss(logp, logp_old, adv, eps=0.2):
    ratio = torch.exp(logp - logp_old)
    clipped = torch.clamp(ratio, 1 - eps, 1 + eps)
    return -(clipped * adv).mean()

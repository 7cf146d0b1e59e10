"""Uses the log-probability as the term that learns.

verdict: wrong_answer
check: gradients
teaches: You weigh by a detached ratio and keep the gradient of the log-probability: at the first step that is
  the same, but your clip then never stops a gradient.
"""

import torch


def ppo_loss(logp, logp_old, adv, eps=0.2):
    ratio = torch.exp(logp - logp_old)
    clipped = torch.clamp(ratio, 1 - eps, 1 + eps)
    return -(torch.min(ratio * adv, clipped * adv).detach() + ratio.detach() * adv * (logp - logp.detach())).mean()

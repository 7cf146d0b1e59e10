"""PPO's clipped objective: the more careful one of two estimates."""

import torch
from torch import Tensor


def ppo_loss(logp: Tensor, logp_old: Tensor, adv: Tensor, eps: float = 0.2) -> Tensor:
    """The clipped surrogate loss, to be minimised.

    Args:
        logp: Log-probabilities of the taken actions under the policy that learns, any shape.
        logp_old: The same under the policy that collected the data.
        adv: Advantages of the actions.
        eps: How far the ratio of the two probabilities may go.

    Returns:
        A 0-d tensor, the mean over all actions.
    """
    ratio = torch.exp(logp - logp_old)  # new over old probability
    near = ratio.clamp(1 - eps, 1 + eps)
    return -torch.minimum(ratio * adv, near * adv).mean()  # the pessimist's choice, action by action

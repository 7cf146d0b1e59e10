"""Classifier-free guidance: from the unconditional prediction towards the conditional one, and beyond."""

import torch
from torch import Tensor


def guided_eps(eps_cond: Tensor, eps_uncond: Tensor, w: float) -> Tensor:
    """Combine a conditional and an unconditional noise prediction.

    Args:
        eps_cond: Prediction with the condition, any shape.
        eps_uncond: Prediction without it, the same shape.
        w: Guidance scale; 0 is unconditional, 1 conditional.

    Returns:
        The guided prediction, the same shape.
    """
    direction = eps_cond - eps_uncond  # what the condition changes
    return eps_uncond + w * direction

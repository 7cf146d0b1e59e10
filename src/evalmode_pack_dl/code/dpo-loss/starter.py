import torch
import torch.nn.functional as F
from torch import Tensor


def dpo_loss(pi_chosen: Tensor, pi_rejected: Tensor, ref_chosen: Tensor, ref_rejected: Tensor, beta: float) -> Tensor:
    """Loss of direct preference optimisation.

    Args:
        pi_chosen: (B,), the policy's log-probability of each chosen response.
        pi_rejected: (B,), of each rejected response.
        ref_chosen: (B,), the reference model's log-probability of each chosen response.
        ref_rejected: (B,), of each rejected response.
        beta: Strength.

    Returns:
        0-d tensor, averaged over the batch.
    """
    raise NotImplementedError

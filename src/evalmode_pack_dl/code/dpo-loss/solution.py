import torch.nn.functional as F
from torch import Tensor


def dpo_loss(pi_chosen: Tensor, pi_rejected: Tensor, ref_chosen: Tensor, ref_rejected: Tensor, beta: float) -> Tensor:
    """Minus the log-probability, under Bradley-Terry, that the chosen response beats the rejected one."""
    reward_chosen = beta * (pi_chosen - ref_chosen)  # (B,), the implicit rewards
    reward_rejected = beta * (pi_rejected - ref_rejected)  # (B,)
    return -F.logsigmoid(reward_chosen - reward_rejected).mean()  # (B,) -> ()

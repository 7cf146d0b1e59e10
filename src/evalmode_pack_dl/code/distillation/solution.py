import torch.nn.functional as F
from torch import Tensor


def kd_loss(student_logits: Tensor, teacher_logits: Tensor, target: Tensor, T: float, alpha: float) -> Tensor:
    """alpha * T^2 * KL(teacher || student) at temperature T + (1 - alpha) * cross-entropy at temperature 1."""
    log_p = F.log_softmax(teacher_logits.detach() / T, dim=1)  # (B, C); the teacher is a constant
    log_q = F.log_softmax(student_logits / T, dim=1)  # (B, C)
    kl = (log_p.exp() * (log_p - log_q)).sum(dim=1)  # (B, C) -> (B,)
    soft = T**2 * kl.mean()  # softening shrinks gradients by about 1 / T^2
    hard = F.cross_entropy(student_logits, target)
    return alpha * soft + (1 - alpha) * hard

import torch
import torch.nn.functional as F
from torch import Tensor


def kd_loss(student_logits: Tensor, teacher_logits: Tensor, target: Tensor, T: float, alpha: float) -> Tensor:
    """Distillation loss: alpha * T^2 * KL(teacher || student) + (1 - alpha) * cross-entropy.

    Args:
        student_logits: (B, C).
        teacher_logits: (B, C); gets no gradient.
        target: (B,), int64, the right class of each example.
        T: Temperature of both softened distributions.
        alpha: Weight of the soft loss.

    Returns:
        0-d tensor, averaged over the batch.
    """
    raise NotImplementedError

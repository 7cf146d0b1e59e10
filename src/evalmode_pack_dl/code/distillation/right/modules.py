import torch
from torch import nn


def kd_loss(student_logits, teacher_logits, target, T, alpha):
    """The library's criteria, with the reductions that fit."""
    teacher = teacher_logits.clone().detach().div(T).log_softmax(1)
    student = student_logits.div(T).log_softmax(1)
    soft = nn.KLDivLoss(reduction="sum", log_target=True)(student, teacher) / len(target)
    hard = nn.NLLLoss()(torch.log_softmax(student_logits, 1), target)
    return torch.lerp(hard, soft * T**2, float(alpha))

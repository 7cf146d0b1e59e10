import torch.nn.functional as F


def kd_loss(student_logits, teacher_logits, target, T, alpha):
    student = F.log_softmax(student_logits / T, dim=1)
    teacher = F.softmax(teacher_logits.detach() / T, dim=1)
    soft = F.kl_div(student, teacher, reduction="batchmean")
    return alpha * T**2 * soft + (1 - alpha) * F.cross_entropy(student_logits, target)
